import struct
print(struct.pack("<5s", b"abc"), struct.pack("<2s", b"abc"), struct.pack("<s", b""),
      struct.pack("<0s", b"abc"), struct.pack("<5p", b"abc"), struct.pack("<3p", b"abcdef"))
print(struct.unpack("<5s", b"ab\0\0\0"), struct.unpack("<5p", b"\x03abcd"), struct.unpack("<3sB", b"xyz\x01"),
      struct.unpack("<0s", b""))
print(struct.pack("<4s2s", bytearray(b"ab"), b"c"), struct.unpack("<2s2s", b"abcd"), b"ab\0\0".rstrip(b"\0"))
try:
    struct.pack("<3s", "abc")
except struct.error as e:
    print(e)
