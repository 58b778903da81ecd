first, last = slice(None, 2), slice(-2, None)
text = "windlass"
print(text[first], text[last], [1, 2, 3][first], first, repr(slice(1, None, -1)), slice(5).stop,
      slice(1, 2) == slice(1, 2))
record = "2024-05-06;name"
YEAR, MONTH = slice(0, 4), slice(5, 7)
print(record[YEAR], record[MONTH], slice(None, None, 2).indices(7), list(range(*slice(None, None, -2).indices(5))))
print(slice(1, 2) < slice(1, 3), type(first).__name__)
for call in ("slice()", "slice(1, 2, 3, 4)", "'abc'[slice('a')]", "slice(1).indices('x')", "slice(1).indices(-1)"):
    try:
        eval(call)
    except (TypeError, ValueError) as e:
        print(call, "->", type(e).__name__, e)
