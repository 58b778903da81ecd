class Poly:
    def __init__(self, *c):
        self.c = list(c)
    def __call__(self, x):
        return sum(k * x**i for i, k in enumerate(self.c))
    def __add__(self, o):
        o = o if isinstance(o, Poly) else Poly(o)
        n = max(len(self.c), len(o.c))
        get = lambda p, i: p.c[i] if i < len(p.c) else 0
        return Poly(*(get(self, i) + get(o, i) for i in range(n)))
    __radd__ = __add__
    def __repr__(self):
        return " + ".join(f"{k}x^{i}" for i, k in enumerate(self.c) if k) or "0"

p = Poly(1, 0, 2)
print(p, p(3), p + Poly(0, 5), 7 + p, sum([p, p, p]), Poly())
