import struct
print(struct.pack("<f", 1.5).hex(), struct.pack(">d", -2.25).hex(), struct.pack("<e", 0.5).hex(),
      struct.pack("<d", 1).hex())
print(struct.unpack("<f", struct.pack("<f", 0.1)), struct.unpack("<d", struct.pack("<d", 0.1)),
      struct.unpack("<e", struct.pack("<e", 0.1)))
print(struct.unpack("<d", b"\0\0\0\0\0\0\xf0\x7f"), struct.unpack("<f", b"\0\0\xc0\x7f"),
      struct.unpack(">d", b"\x80" + b"\0" * 7))
for fmt, v in (("<f", 1e40), ("<e", 70000.0)):
    try:
        struct.pack(fmt, v)
    except OverflowError as e:
        print(type(e).__name__, e)
print(struct.pack("<f", float("inf")).hex(), struct.unpack("<Q", struct.pack("<d", 1.0))[0])
