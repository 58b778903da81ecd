class A:
    def m(self, a): pass
    @classmethod
    def c(cls, a): pass
    @staticmethod
    def s(a): pass
    def __init__(self, x=1): pass
    class B:
        def deep(self, q): pass

for call in ("A().m()", "A.m()", "A().m(1, 2)", "A.c()", "A().c(1, 2)", "A.s()", "A().s(1, 2)", "A(1, 2)",
             "A(y=1)", "A.B().deep()",
             "A.m(1)", "A().m(b=1)"):
    try:
        eval(call)
    except TypeError as e:
        print(call, "->", e)
