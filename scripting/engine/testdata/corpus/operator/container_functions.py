import operator as o
l, d = [1, 2, 3, 2], {"a": 1}
print(o.getitem(l, 1), o.contains(l, 2), o.countOf(l, 2), o.indexOf(l, 3), o.getitem("abc", slice(1, None)),
      o.length_hint(l), o.length_hint(iter([1, 2])), o.length_hint((x for x in ()), 7))
o.setitem(d, "b", 2)
o.delitem(d, "a")
o.setitem(l, slice(0, 2), [9])
print(d, l)
for call in ("o.getitem(l, 9)", "o.indexOf(l, 99)", "o.delitem(d, 'zz')", "o.contains(5, 1)",
             "o.getitem(5, 0)", "o.length_hint(5, 'x')"):
    try:
        print(eval(call))
    except (IndexError, ValueError, KeyError, TypeError) as e:
        print(call, "->", type(e).__name__, e)
