print(list(reversed([1, 2])), list(reversed("ab")), list(reversed((1, 2))), list(reversed(range(3))),
      list(reversed({"a": 1, "b": 2})), list(reversed(b"ab")))
print(type(reversed([])).__name__, type(reversed("")).__name__, type(reversed(range(1))).__name__,
      "".join(reversed("abc")))
for call in ("reversed({1})", "reversed(5)", "reversed(iter([]))", "reversed(x for x in [])", "reversed()",
             "len(reversed([1]))", "reversed(zip())"):
    try:
        eval(call)
    except TypeError as e:
        print(call, "->", e)
r = reversed([1, 2, 3])
print(next(r), list(r), list(r))
