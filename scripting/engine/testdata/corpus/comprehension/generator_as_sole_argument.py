print(sum(x * x for x in range(4)), max(len(w) for w in ("a", "bcd")), sorted(-x for x in range(3)))
print(any(x > 2 for x in (1, 2, 3)), all(x for x in ()), list(x for x in "ab"), tuple(i for i in range(2)))
print(",".join(str(x) for x in range(3)), dict((x, x * x) for x in range(2)), set(c for c in "a"))
print(sum((x for x in range(3)), 10), min((abs(x) for x in (-3, 2)), default=0), max((x for x in ()), default="none"))
try:
    max(x for x in ())
except ValueError as e:
    print(e)
