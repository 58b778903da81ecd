l = [1, 2, 3]
a, b = iter(l), iter(l)
print(next(a), next(a), next(b), list(a), list(b))
e = enumerate(l)
z = zip(e, e)
print(list(z))
m = map(lambda x: x * 2, l)
print(2 in m, list(m))
r = iter(range(3))
print(list(zip(r, r)), list(r))
f = filter(None, iter([0, 1, 0, 2]))
for x in f:
    print(x, list(f))
print(iter(a) is a, iter(l) is not iter(l), sum(iter(l)), [*map(str, l)], dict(zip("ab", iter(l))))
