from collections import namedtuple
class Point(namedtuple("Point", "x y")):
    __slots__ = ()
    @property
    def norm(self):
        return (self.x**2 + self.y**2) ** 0.5
    def __add__(self, o):
        return Point(self.x + o.x, self.y + o.y)
    def __str__(self):
        return f"<{self.x},{self.y}>"

p = Point(3, 4)
print(p, repr(p), p.norm, p + Point(1, 1), p._replace(y=0), type(p._replace(y=0)).__name__, Point._make("ab"))
try:
    p.z = 1
except AttributeError as e:
    print(e)
class V(namedtuple("V", "a b")):
    def __new__(cls, a, b=5):
        return super().__new__(cls, a, b * 2)
print(V(1), V(1, 2), V(1)._asdict())
