for fmt, arg in (("%d", "1"), ("%d", None), ("%x", 1.5), ("%f", "x"), ("%c", "ab"), ("%c", 1.0), ("%c", -1),
                 ("%i", [1]),
                 ("%o", "7"), ("%e", None), ("%c", 0x110000), ("%c", ""), ("%x", "a")):
    try:
        print(fmt % (arg,))
    except (TypeError, OverflowError) as e:
        print(fmt, "->", type(e).__name__, e)
