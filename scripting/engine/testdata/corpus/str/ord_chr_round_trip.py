print([ord(c) for c in "aé€😀\0"], chr(97), chr(8364), ascii(chr(0x10FFFF)))
for bad in ("", "ab", 5, b""):
    try:
        ord(bad)
    except TypeError as e:
        print(e)
print(ord(b"a"))
for bad in (-1, 0x110000, "a", 2**70):
    try:
        chr(bad)
    except (ValueError, TypeError, OverflowError) as e:
        print(type(e).__name__, e)
