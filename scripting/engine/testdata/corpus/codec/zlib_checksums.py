import zlib
print(zlib.crc32(b"hello"), zlib.adler32(b"hello"), zlib.crc32(b""), zlib.adler32(b""),
      zlib.crc32(b"lo", zlib.crc32(b"hel")) == zlib.crc32(b"hello"), zlib.adler32(b"b", zlib.adler32(b"a")))
print(hex(zlib.crc32(bytes(range(256)))), zlib.adler32(b"x" * 10000), zlib.crc32(bytearray(b"q")) == zlib.crc32(b"q"))
for bad in ("s", 5):
    try:
        zlib.crc32(bad)
    except TypeError as e:
        print(e)
