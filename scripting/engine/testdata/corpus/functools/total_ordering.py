from functools import total_ordering
@total_ordering
class V:
    def __init__(self, n): self.n = n
    def __eq__(self, o): return self.n == o.n if isinstance(o, V) else NotImplemented
    def __lt__(self, o): return self.n < o.n if isinstance(o, V) else NotImplemented
    __hash__ = None

a, b = V(1), V(2)
print(a < b, a <= b, a > b, a >= b, a == b, a != b, a <= V(1), a >= V(1), max(a, b).n, sorted([b, a])[0].n)
for op in ("a < 1", "a >= 'x'", "1 <= a"):
    try:
        eval(op)
    except TypeError as e:
        print(op, "->", e)
try:
    @total_ordering
    class Bad:
        pass
except ValueError as e:
    print(e)
@total_ordering
class G:
    def __ge__(self, o): return True
print(G() >= G(), G() < G())
