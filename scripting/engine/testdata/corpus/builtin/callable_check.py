class A:
    def m(self): pass
class B:
    def __call__(self): pass
def f(): pass
for x in (f, lambda: 0, A, A.m, A().m, A(), B(), len, int, 5, "x", None, [].append, print, type,
          staticmethod(f), property(f), classmethod(f), (x for x in ())):
    print("yes" if callable(x) else "no", end=" ")
print()
b = A()
b.__call__ = f
print(callable(b))
try:
    callable()
except TypeError as e:
    print(e)
