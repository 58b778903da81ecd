print(isinstance(1, int), isinstance(True, int), isinstance(1, (str, int)), isinstance(1, ()),
      isinstance(1, (str, (float, (int,)))), isinstance(None, type(None)))
print(issubclass(bool, int), issubclass(int, (str, object)), issubclass(int, int), isinstance(int, type),
      isinstance(1, int | str), issubclass(str, int | None))
for call in ("isinstance(1, 'int')", "isinstance(1, [int])", "isinstance(1, (int, 'x'))",
             "isinstance('a', (int, 'x'))", "issubclass(1, int)",
             "issubclass(int, 1)", "isinstance(1)", "isinstance(1, list[int])", "issubclass('a', (int,))"):
    try:
        print(call, eval(call))
    except TypeError as e:
        print(call, "->", e)
