for x in (1, "a", None, [], type, object(), len, print, lambda: 0, ..., range(1), {}.keys(), iter(""),
          (x for x in ()), 1j, b"", type(None), int.__add__, "".join):
    print(type(x).__name__, end=" ")
print()
print(type(1) is int, type(True) is bool, type(type) is type, type(int), type("")("x"), type([])((1, 2)),
      isinstance(type, type))
for call in ("type()", "type(1, 2)", "type(1, 2, 3)"):
    try:
        eval(call)
    except TypeError as e:
        print(call, "->", e)
