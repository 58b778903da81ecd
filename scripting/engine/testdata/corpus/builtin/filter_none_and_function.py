print(list(filter(None, [0, 1, "", "a", [], None])), list(filter(lambda x: x % 2, range(6))),
      list(filter(str.isalpha, "a1b")), list(filter(len, ["", "x"])))
f = filter(lambda x: 1 / x > 0, [1, -1, 0, 2])
print(next(f), type(f).__name__)
try:
    list(f)
except ZeroDivisionError as e:
    print(e)
print(list(f), dict(filter(lambda kv: kv[1], {"a": 0, "b": 1}.items())), list(filter({1, 2}.__contains__, range(4))))
for call in ("filter(None)", "filter()", "filter(None, 5)", "list(filter(5, [1]))", "filter(len, [], [])"):
    try:
        eval(call)
    except TypeError as e:
        print(call, "->", e)
