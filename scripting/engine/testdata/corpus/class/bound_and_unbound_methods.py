class A:
    def f(self, x=0):
        return self.tag, x

a = A()
a.tag = "t"
m = a.f
print(m(1), A.f(a, 2), m.__self__ is a, m.__func__ is A.f, m.__name__, a.f == a.f, type(m).__name__)
print(type(A.f).__name__, A.f.__qualname__)
try:
    A.f()
except TypeError as e:
    print(e)
try:
    a.f(1, 2)
except TypeError as e:
    print(e)
try:
    m.attr = 1
except AttributeError as e:
    print(e)
