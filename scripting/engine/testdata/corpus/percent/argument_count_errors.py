for fmt, args in (("%s", ()), ("%s %s", "a"), ("%s %s", ("a",)), ("%s", ("a", "b")), ("x", ("a",)), ("x", 1),
                  ("%%", 1),
                  ("%d %d", (1, 2, 3)), ("x", []), ("x", {}), ("x", ())):
    try:
        print(repr(fmt % args))
    except TypeError as e:
        print(repr(fmt), "->", e)
