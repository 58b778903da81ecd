class Count:
    def __init__(self, n):
        self.n = n
    def __iter__(self):
        return self
    def __next__(self):
        if self.n <= 0:
            raise StopIteration
        self.n -= 1
        return self.n

c = Count(3)
print(next(c), list(c), list(c), next(c, "default"))
print(sum(Count(4)), sorted(Count(3)), [*Count(2)], dict(zip("ab", Count(2))), 1 in Count(3), 9 in Count(3))
a, *b = Count(4)
print(a, b)
try:
    next(c)
except StopIteration as e:
    print(repr(e))
