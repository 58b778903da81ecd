from operator import itemgetter
rows = [("b", 2, True), ("a", 3, False)]
print(sorted(rows, key=itemgetter(1)), itemgetter(0, 2)(rows[0]), itemgetter("k")({"k": 5}),
      itemgetter(-1)("xyz"), itemgetter(slice(1, 3))("abcd"), list(map(itemgetter(0), rows)), itemgetter(1)([7, 8]))
print(repr(itemgetter(1, "a")), itemgetter("a", "b")({"a": 1, "b": 2}))
for call in ("itemgetter()", "itemgetter(9)('ab')", "itemgetter('q')({})", "itemgetter('q')([1])",
             "itemgetter(0)(5)", "itemgetter(0)()"):
    try:
        eval(call)
    except (TypeError, IndexError, KeyError) as e:
        print(call, "->", type(e).__name__, e)
