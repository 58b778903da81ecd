from itertools import count, takewhile, dropwhile, islice, cycle
print(next(n for n in count(1) if n % 7 == 0 and n % 5 == 3),
      list(takewhile(lambda x: x < 30, (n * n for n in count()))))
print(list(islice(dropwhile(lambda n: n < 10, count(0, 3)), 3)), [c for c, _ in zip(cycle("rgb"), range(7))],
      dict(zip("abc", count(10))))
def collatz(n):
    while n != 1:
        yield n
        n = n // 2 if n % 2 == 0 else 3 * n + 1
    yield 1
print(list(collatz(6)), max((sum(1 for _ in collatz(n)), n) for n in range(1, 30)), next(islice(count(5), 3, None)))
