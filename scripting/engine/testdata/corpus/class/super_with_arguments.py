class A:
    def f(self):
        return "A.f"
    @classmethod
    def c(cls):
        return "A.c of " + cls.__name__

class B(A):
    def f(self):
        return "B.f"
    @classmethod
    def c(cls):
        return "B>" + super(B, cls).c()

class C(B):
    pass

c = C()
print(super(B, c).f(), super(C, c).f(), C.c(), super(B, C).f(c))
for args in ((B,), (A, 5), (int, c), (5, c)):
    try:
        print(super(*args).f())
    except (TypeError, AttributeError) as e:
        print(type(e).__name__, e)
