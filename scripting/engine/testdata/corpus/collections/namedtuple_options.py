from collections import namedtuple
D = namedtuple("D", ["a", "b", "c"], defaults=[10, 20])
print(D(1), D(1, 2), D._field_defaults, D(a=1, c=3))
R = namedtuple("R", "x class x _y def", rename=True)
print(R._fields, R(1, 2, 3, 4, 5))
C = namedtuple("C", "a, b,c")
print(C(1, 2, 3), C.__doc__, C.a.__doc__, C.__new__.__defaults__)
for args in (("T", "a a"), ("T", "class"), ("T", "_a"), ("1T", "a"), ("T", "a-b"), ("T", [1]), (5, "a")):
    try:
        print(namedtuple(*args))
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
try:
    namedtuple("T", "a", defaults=[1, 2])
except TypeError as e:
    print(e)
