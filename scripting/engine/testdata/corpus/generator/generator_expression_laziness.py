log = []
def f(x):
    log.append(x)
    return x * 10

g = (f(x) for x in range(3))
print(log, next(g), log, list(g), log)
try:
    h = (1 / x for x in (1, 0))
    print(next(h))
    next(h)
except ZeroDivisionError as e:
    print(e, list(h))
try:
    (x for x in 5)
except TypeError as e:
    print(e)
n = 1
k = (n for _ in range(2))
n = 2
print(list(k))
