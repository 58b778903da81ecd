def g(start, *rest, step=1, **kw):
    for x in (start, *rest):
        yield x * step
    yield from kw.items()

print(list(g(1)), list(g(1, 2, step=3)), list(g(0, z=9)))
try:
    g()
except TypeError as e:
    print(e)
lam = lambda n: (yield n)
print(list(lam(5)), type(lam(1)).__name__)
