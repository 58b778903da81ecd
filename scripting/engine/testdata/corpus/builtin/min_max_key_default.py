print(min(3, 1, 2), max([3, 1, 2]), min("hello"), max({"a": 1, "b": 0}), max("aa", "b"), min([5]),
      max((x for x in (1, 9))))
print(min([], default=0), max((), default=None), max([1, 2], default=9), min("b", "A", key=str.lower),
      max([-3, 2], key=abs))
print(max([(1, "a"), (1, "b")], key=lambda p: p[0]), min([1, 1.0, True]), max([1, 1.0]),
      max("ab", "cd", key=lambda s: s[1]))
for call in ("min([])", "max()", "min(1)", "max(1, 2, default=3)", "min([1, 'a'])", "max([], key=len)",
             "min(1, key=abs)", "max(1, 2, foo=3)",
             "min({})", "max(*[])", "max(None, 1)"):
    try:
        print(eval(call))
    except (ValueError, TypeError) as e:
        print(call, "->", type(e).__name__, e)
