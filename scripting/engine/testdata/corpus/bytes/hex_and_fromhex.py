b = bytes([0, 15, 16, 255])
print(b.hex(), b.hex(" "), b.hex(":", 2), b.hex("-", -3), b"".hex(), bytearray(b).hex())
print(bytes.fromhex("00 0f10FF"), bytes.fromhex(""), bytearray.fromhex("4a4B"), bytes.fromhex(" 41\n42\t"))
for bad in ("0", "zz", "4 1", "41é"):
    try:
        print(bytes.fromhex(bad))
    except ValueError as e:
        print(type(e).__name__, e)
try:
    bytes.fromhex(b"41")
except TypeError as e:
    print(e)
try:
    b.hex("ab")
except ValueError as e:
    print(e)
