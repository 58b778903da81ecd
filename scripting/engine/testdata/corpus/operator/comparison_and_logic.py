import operator as o
print(o.lt(1, 2), o.le(2, 2), o.eq(1, 1.0), o.ne(1, 2), o.gt("b", "a"), o.ge([2], [1, 9]), o.not_([]),
      o.truth("x"), o.is_(None, None), o.is_not(1, None))
try:
    o.lt(1, "a")
except TypeError as e:
    print(e)
ops = {"<": o.lt, "==": o.eq, "+": o.add}
print({k: f(2, 2) for k, f in ops.items()}, o.lt.__name__, sorted([3, 1], key=o.neg), o.eq is not o.ne)
try:
    o.not_()
except TypeError as e:
    print(e)
