import struct
class I:
    def __index__(self): return 7
class B:
    def __bool__(self): raise ValueError("no truth")
print(struct.pack("<BH", I(), True), struct.pack("<3?", 0, "x", None), struct.unpack("<3?", b"\0\1\2"),
      struct.pack("<fd", I().__index__(), True).hex())
for fmt, v in (("<?", B()), ("<I", None), ("<H", [1])):
    try:
        struct.pack(fmt, v)
    except (ValueError, struct.error) as e:
        print(type(e).__name__, e)
print(struct.pack(b"<H", 1), struct.calcsize(b"<I"), struct.unpack(">" + "B" * 3, b"abc"),
      struct.pack("<" + str(2) + "B", *b"hi"))
