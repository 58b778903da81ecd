class Pair(tuple):
    __slots__ = ()
    def __new__(cls, a, b):
        return tuple.__new__(cls, (a, b))

p = Pair(1, 2)
print(p, hasattr(p, "__dict__"))
try:
    p.x = 1
except AttributeError as e:
    print(e)
class D(dict):
    __slots__ = ("extra",)
d = D()
d.extra = 1
print(d.extra, d)
try:
    d.other = 1
except AttributeError as e:
    print(e)
try:
    class I(int):
        __slots__ = ("x",)
except TypeError as e:
    print(e)
