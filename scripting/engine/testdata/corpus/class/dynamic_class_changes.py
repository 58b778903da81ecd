class A:
    def f(self):
        return "old"

a = A()
A.f = lambda self: "new"
print(a.f())
class B:
    def f(self):
        return "from B"
a.__class__ = B
print(a.f(), type(a).__name__, isinstance(a, B))
del B.f
try:
    a.f()
except AttributeError as e:
    print(e)
try:
    a.__class__ = int
except TypeError as e:
    print(e)
try:
    a.__class__ = 5
except TypeError as e:
    print(e)
