class V:
    def __init__(self, *c):
        self.c = c
    def __add__(self, o):
        return V(*(a + b for a, b in zip(self.c, o.c)))
    def __mul__(self, k):
        return V(*(a * k for a in self.c)) if isinstance(k, (int, float)) else NotImplemented
    def __matmul__(self, o):
        return sum(a * b for a, b in zip(self.c, o.c))
    def __neg__(self):
        return self * -1
    def __repr__(self):
        return f"V{self.c}"

print(V(1, 2) + V(3, 4), V(1, 2) * 3, V(1, 2) @ V(3, 4), -V(1, 2))
for action in ("V(1) * 'x'", "2 * V(1)", "V(1) - V(2)", "V(1) / 2", "~V(1)", "1 @ V(1)"):
    try:
        print(eval(action))
    except TypeError as e:
        print(action, "->", e)
