class Flaky:
    def __init__(self):
        self.n = 0
    def __iter__(self):
        return self
    def __next__(self):
        self.n += 1
        if self.n % 3 == 0:
            raise StopIteration
        return self.n

f = Flaky()
print(list(f), list(f), [next(f, "end") for _ in range(4)])
def first(iterable, default=None):
    for x in iterable:
        return x
    return default
print(first(Flaky()), first([]), first({}, "none"))
