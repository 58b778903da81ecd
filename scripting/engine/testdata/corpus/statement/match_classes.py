class Point:
    __match_args__ = ("x", "y")
    def __init__(self, x, y):
        self.x, self.y = x, y

def f(p):
    match p:
        case Point(0, 0):
            return "origin"
        case Point(x=0, y=y) | Point(x=y, y=0):
            return f"axis {y}"
        case Point(x, y) as q if x == y:
            return f"diagonal {q.x}"
        case Point():
            return "point"
        case str() | bytes():
            return "text"
        case [Point(x=a), *_]:
            return f"list from {a}"

for p in (Point(0, 0), Point(0, 5), Point(3, 0), Point(2, 2), Point(1, 2), "s", [Point(7, 8)], 5):
    print(f(p))
