from itertools import count, cycle, repeat, islice
print(list(islice(count(), 3)), list(islice(count(5, -2), 3)), list(islice(count(1, 0.5), 3)),
      list(islice(cycle("ab"), 5)), list(cycle([])), list(repeat("x", 3)), list(repeat(1, 0)), list(repeat(1, -2)))
c = count(10)
print(next(c), c, count(2, 3), repeat("a"), repeat("a", 2), list(zip(repeat(7), "ab")),
      list(map(pow, range(4), repeat(2))))
for call in ("count('a')", "cycle(5)", "cycle()", "repeat()", "repeat(1, 'x')", "count(1, 2, 3)"):
    try:
        eval(call)
    except TypeError as e:
        print(call, "->", e)
