class V:
    def __init__(self, n): self.n = n
    def __add__(self, o): return V(self.n + (o.n if isinstance(o, V) else o))
    __radd__ = __add__
    def __lt__(self, o): return self.n < o.n
    def __repr__(self): return f"V({self.n})"

vs = [V(3), V(1), V(2)]
print(sum(vs), sum(vs, V(10)), sorted(vs), min(vs), max(vs), max(vs, key=lambda v: -v.n), sum([], V(0)))
class N: pass
for call in ("sum([N(), N()])", "sorted([N(), N()])", "min(N(), N())"):
    try:
        eval(call)
    except TypeError as e:
        print(e)
