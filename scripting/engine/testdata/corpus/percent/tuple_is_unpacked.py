point = (1, 2)
print("%s %s" % point, "%s" % (point,), "%s" % [1, 2], "%s" % {"a": 1}, "%r" % None)
try:
    "%s" % point
except TypeError as e:
    print(e)
from collections import namedtuple
P = namedtuple("P", "x y")
print("%d,%d" % P(3, 4), "%s" % (P(1, 2),))
print("%s" % [(1,)], "%s" % range(3))
