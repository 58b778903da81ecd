print(list(map(str, [1, 2])), list(map(lambda a, b: a + b, [1, 2], [10, 20, 30])),
      list(map(pow, [2, 3], [3, 2])), list(map(max, "ab", "ba", "cc")))
m = map(int, ["1", "x", "3"])
print(next(m), type(m).__name__)
try:
    next(m)
except ValueError as e:
    print(e)
print(list(m), list(map(lambda *a: a, "ab", "cd")), list(map(None, [])))
for call in ("list(map(None, [1]))", "map(5)", "map()", "map(len, 5)", "list(map(5, [1]))",
             "list(map(len, [1]))", "list(map(lambda: 0, [1]))"):
    try:
        eval(call)
    except TypeError as e:
        print(call, "->", e)
