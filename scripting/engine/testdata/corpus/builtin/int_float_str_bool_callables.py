print(list(map(int, ["1", " 2 ", True, 3.9])), list(map(float, ["1", 2, "1e3"])),
      list(map(str, [1, None, "a"])), list(map(bool, [0, 1, "", "0"])))
print(int(), float(), str(), bool(), list(), tuple(), dict(), set(), bytes(), complex(), frozenset(),
      object().__class__.__name__)
for call in ("int('x')", "float('x')", "int(None)", "float([])", "int('1', '2')", "str(b'a', 5)",
             "bool(1, 2)", "complex('x')", "int(x=1)", "float(x=1)", "bool(x=1)", "object(1)",
             "tuple(x=1)", "list(iterable=[])"):
    try:
        print(eval(call))
    except (ValueError, TypeError) as e:
        print(call, "->", type(e).__name__, e)
