from operator import attrgetter
class A:
    def __init__(self, n, inner=None): self.n, self.inner = n, inner
a = A(1, A(2, A(3)))
print(attrgetter("n")(a), attrgetter("inner.n")(a), attrgetter("inner.inner.n", "n")(a),
      sorted([A(3), A(1)], key=attrgetter("n"))[0].n, repr(attrgetter("x.y")))
for call in ("attrgetter('zz')(a)", "attrgetter('inner.zz')(a)", "attrgetter()", "attrgetter(5)",
             "attrgetter('n')()"):
    try:
        eval(call)
    except (AttributeError, TypeError) as e:
        print(call, "->", type(e).__name__, e)
