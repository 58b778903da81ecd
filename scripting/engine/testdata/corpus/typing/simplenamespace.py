from types import SimpleNamespace
n = SimpleNamespace(a=1, b=[2])
n.c = "x"
print(n, n.a, vars(n), n == SimpleNamespace(a=1, b=[2], c="x"), SimpleNamespace() == SimpleNamespace(),
      SimpleNamespace())
del n.a
print(n, hasattr(n, "a"))
for call in (lambda: n.a, lambda: SimpleNamespace(1), lambda: hash(n), lambda: n < n, lambda: n["b"]):
    try:
        call()
    except (AttributeError, TypeError) as e:
        print(type(e).__name__, e)
class Sub(SimpleNamespace): pass
print(Sub(k=1), SimpleNamespace(**{"x": SimpleNamespace(y=2)}).x.y, n.__dict__)
n.me = n
print(n)
