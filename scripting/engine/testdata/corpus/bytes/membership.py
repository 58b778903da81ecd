b = b"hello"
print(b"ell" in b, 104 in b, 0 in b, b"" in b, b"x" not in b, bytearray(b"lo") in b)
for bad in ("h", 256, -1, None, 1.0):
    try:
        bad in b
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
