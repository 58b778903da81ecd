print((lambda: 1)(), (lambda x: x)(2), (lambda x, y=3: x + y)(1), (lambda *a, **k: (a, k))(1, z=2),
      (lambda *, k: k)(k=4))
f = lambda x: lambda y: x * y
print(f(3)(4), f.__name__, [g(2) for g in (lambda n: n + 1, lambda n: n**5)], (lambda a, /, b: a - b)(5, b=3))
try:
    (lambda x: x)()
except TypeError as e:
    print(e)
try:
    (lambda: 0)(1)
except TypeError as e:
    print(e)
print(sorted("bca", key=lambda c: -ord(c)), (lambda x: "neg" if x < 0 else "pos")(-1))
