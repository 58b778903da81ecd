class A:
    def f():
        return "no self"

print(A.f())
try:
    A().f()
except TypeError as e:
    print(e)
class B:
    pass
b = B()
b.g = lambda: "instance function"
print(b.g())
B.h = lambda self: "patched " + type(self).__name__
print(b.h())
import types
b.k = types.MethodType(lambda self, n: (self is b, n), b)
print(b.k(3))
