print(bytes(), bytes(3), bytes([1, 2, 255]), bytes(b"x"), bytes((97, 98)), bytes(range(3)))
print(bytes("é", "utf-8"), bytes("a", "ascii", "strict"), bytes(bytearray(b"q")), bytes("x", encoding="latin-1"))
for args in (("a",), ([256],), ([-1],), (-1,), (1.5,), (["a"],), (None,), (b"a", "utf-8"), (5, "ascii")):
    try:
        bytes(*args)
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
