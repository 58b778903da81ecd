print("%*d|%-*d|%.*f|%*.*f|%0*d" % (5, 42, 5, 42, 2, 3.14159, 8, 3, 2.5, 4, 7))
print("%*s|%*s" % (-5, "a", 3, "b"))
for fmt, args in (("%*d", (1,)), ("%*d", ("x", 1)), ("%.*f", (1.5, 2)), ("%(a)*d", {"a": 1})):
    try:
        print(fmt % args)
    except TypeError as e:
        print(fmt, "->", e)
