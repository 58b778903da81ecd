from itertools import tee, islice
log = []
def source():
    for i in range(4):
        log.append(i)
        yield i
a, b = tee(source())
print(next(a), next(a), log, next(b), log, list(a), log, list(b))
c, d = tee([1, 2, 3])
d1, d2 = tee(d)
print(list(c), next(d1), list(d2), list(d1))
def peek(it):
    a, b = tee(it)
    return next(a, None), b
first, rest = peek(iter("xyz"))
print(first, list(rest), peek(iter(()))[0], [next(t) for t in tee("q", 3)])
