import struct
s = struct.Struct("<HBx2s")
print(s.size, s.format, s.pack(1, 2, b"ab"), s.unpack(b"\1\0\2\0ab"), list(s.iter_unpack(b"\1\0\2\0ab" * 2)),
      s.unpack_from(b"zz\1\0\2\0ab", 2))
buf = bytearray(8)
s.pack_into(buf, 1, 5, 6, b"x")
print(buf, type(s).__name__, isinstance(struct.error(), Exception))
try:
    s.pack(1)
except struct.error as e:
    print(e)
try:
    struct.Struct("q9z")
except struct.error as e:
    print(e)
