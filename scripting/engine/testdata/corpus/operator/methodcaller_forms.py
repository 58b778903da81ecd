from operator import methodcaller
print(methodcaller("upper")("ab"), methodcaller("split", ",", maxsplit=1)("a,b,c"),
      list(map(methodcaller("strip"), [" a", "b "])), methodcaller("get", "x", 0)({}),
      repr(methodcaller("f", 1, k=2)))
for call in ("methodcaller()", "methodcaller(5)", "methodcaller('zz')('a')", "methodcaller('upper')()",
             "methodcaller('upper', 1)('a')"):
    try:
        eval(call)
    except (TypeError, AttributeError) as e:
        print(call, "->", type(e).__name__, e)
