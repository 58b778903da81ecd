import binascii
print(binascii.hexlify(b"\x00\xffab"), binascii.unhexlify("00ff6162"), binascii.b2a_hex(b"a"),
      binascii.a2b_hex(b"4A4b"), binascii.hexlify(b"abcd", "-"), binascii.hexlify(b"abcde", b":", 2),
      binascii.hexlify(b""))
for bad in ("abc", "zz", "4 1", b"g0"):
    try:
        binascii.unhexlify(bad)
    except binascii.Error as e:
        print(type(e).__name__, e, isinstance(e, ValueError))
for bad in (5, None):
    try:
        binascii.unhexlify(bad)
    except TypeError as e:
        print(e)
try:
    binascii.hexlify("str")
except TypeError as e:
    print(e)
try:
    binascii.unhexlify("é0")
except ValueError as e:
    print(e)
