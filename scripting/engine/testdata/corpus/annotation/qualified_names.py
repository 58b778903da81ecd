def outer():
    def inner():
        return lambda: 0
    class Local:
        def m(self): pass
    return inner, Local
inner, Local = outer()
print(outer.__qualname__, inner.__qualname__, inner().__qualname__, Local.__qualname__, Local.m.__qualname__)
class A:
    class B:
        f = lambda self: 1
        def g(self): return [x for x in ()]
    @staticmethod
    def s(): pass
    @property
    def p(self): pass
print(A.B.__qualname__, A.B.f.__qualname__, A.s.__qualname__, A.p.fget.__qualname__, A.B().g.__qualname__)
A.B.__qualname__ = "Changed"
print(A.B.__qualname__, A.B)
