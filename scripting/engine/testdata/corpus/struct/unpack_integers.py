import struct
data = bytes(range(16))
print(struct.unpack("<4I", data), struct.unpack(">2Q", data),
      struct.unpack("<bBhH", b"\xff\xff\xff\xff\xff\xff"), struct.unpack("<2xH", b"abcd"))
print(struct.unpack("<?c", b"\x02x"), struct.unpack("", b""), struct.unpack(">i", bytearray(b"\0\0\1\0")),
      struct.unpack("<H", memoryview(b"\1\2")))
for fmt, buf in (("<I", b"abc"), ("<I", b"abcde"), ("<B", b""), ("<2H", b"abc")):
    try:
        struct.unpack(fmt, buf)
    except struct.error as e:
        print(type(e).__name__, e)
try:
    struct.unpack("<B", "x")
except TypeError as e:
    print(e)
