class P:
    __slots__ = ("x", "y")
    def __init__(self, x):
        self.x = x

p = P(1)
print(p.x, hasattr(p, "y"), hasattr(p, "__dict__"), P.__slots__)
for action in ("p.y", "p.z = 1", "p.z", "del p.y"):
    try:
        exec(action)
    except AttributeError as e:
        print(action, "->", e)
p.y = 2
del p.x
print(p.y, type(P.x).__name__)
class Q(P):
    pass
q = Q(5)
q.free = 1
print(vars(q), q.x)
try:
    class Bad:
        __slots__ = ("a",)
        a = 1
except ValueError as e:
    print(e)
