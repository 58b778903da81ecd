from itertools import accumulate, pairwise, groupby, count
data = [3, -1, 4, -1, 5, -9]
print(list(accumulate(data)), list(accumulate(data, min)), max(accumulate(data)), [b - a for a, b in pairwise(data)])
print([s / n for s, n in zip(accumulate(data), count(1))],
      [(sign, sum(g)) for sign, g in groupby(data, key=lambda x: x > 0)])
balance = list(accumulate([100, -30, -80, 50], lambda b, x: b + x if b + x >= 0 else b))
print(balance, list(accumulate(range(1, 6), lambda a, b: a * b)),
      list(accumulate([True, False, True], lambda a, b: a and b)))
