import operator as o
print(o.add(1, 2), o.sub(1, 2), o.mul("a", 3), o.truediv(1, 2), o.floordiv(-7, 2), o.mod("%d", 3),
      o.pow(2, 5), o.neg(3), o.pos(-3), o.abs(-3), o.index(True), o.invert(5))
print(o.and_(6, 3), o.or_(6, 3), o.xor(6, 3), o.lshift(1, 4), o.rshift(16, 2), o.inv(0), o.add([1], [2]),
      o.concat("a", "b"))
for call in ("o.add(1, 'a')", "o.add(1)", "o.truediv(1, 0)", "o.index(1.5)", "o.concat(1, 2)", "o.neg('a')"):
    try:
        eval(call)
    except (TypeError, ZeroDivisionError) as e:
        print(call, "->", type(e).__name__, e)
