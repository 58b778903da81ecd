print(bytearray(2), bytearray([1]), bytearray(b"ab"), bytearray("é", "utf8"))
for args in (("a",), ([256],), (-1,), (1.5,), (None,)):
    try:
        bytearray(*args)
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
b = bytearray(b"x")
c = bytearray(b)
c[0] = 65
print(b, c)
