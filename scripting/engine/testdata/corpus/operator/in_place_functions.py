import operator as o
a = [1]
b = o.iadd(a, [2])
print(a, b is a, o.iadd(1, 2), o.imul("a", 2), o.ior({1}, {2}), o.iconcat([1], (2,)), o.isub(5, 3),
      o.ipow(2, 3), o.itruediv(1, 2), o.iand(6, 3), o.ilshift(1, 3))
t = (1,)
u = o.iadd(t, (2,))
print(t, u)
try:
    o.iadd(1, "a")
except TypeError as e:
    print(e)
try:
    o.isub([1], [1])
except TypeError as e:
    print(e)
