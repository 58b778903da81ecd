class Point(tuple):
    def __new__(cls, x, y):
        return super().__new__(cls, (x, y))
    x = property(lambda self: self[0])
    y = property(lambda self: self[1])
    def __add__(self, o):
        return Point(self.x + o.x, self.y + o.y)

p = Point(1, 2) + Point(3, 4)
print(p, p.x, p == (4, 6), len(p), type(p).__name__, type(p[:1]).__name__, hash(p) == hash((4, 6)), "%d,%d" % p)
a, b = p
print(a, b, {(4, 6): "hit"}[p], sorted([Point(2, 1), Point(1, 2)]), p * 2)
try:
    p[0] = 1
except TypeError as e:
    print(e)
try:
    Point(1)
except TypeError as e:
    print(e)
