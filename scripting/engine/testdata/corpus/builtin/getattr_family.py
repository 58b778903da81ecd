class A:
    x = 1
    def m(self):
        return "m"
    @property
    def p(self):
        raise AttributeError("inside p")

a = A()
print(getattr(a, "x"), getattr(a, "m")(), getattr(a, "zz", "default"), hasattr(a, "x"), hasattr(a, "zz"),
      hasattr(a, "p"), getattr(a, "p", "d"))
setattr(a, "y", 5)
setattr(a, "odd name", 6)
print(a.y, getattr(a, "odd name"), vars(a))
delattr(a, "y")
for call in ("getattr(a, 'y')", "delattr(a, 'y')", "getattr(a, 5)", "hasattr(a, None)", "setattr(a, 1, 2)",
             "getattr(a)", "delattr(a, 'x')", "a.p",
             "setattr(a, 'x')", "getattr(5, 'foo')", "getattr(A, 'q')"):
    try:
        eval(call)
    except (AttributeError, TypeError) as e:
        print(call, "->", type(e).__name__, e)
