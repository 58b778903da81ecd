import zlib
data = b"abc" * 1000
c = zlib.compress(data)
print(len(c) < 50, zlib.decompress(c) == data, c[:1].hex(), zlib.decompress(zlib.compress(b"")),
      zlib.decompress(zlib.compress(data, 0)) == data, zlib.decompress(zlib.compress(data, level=9)) == data)
for bad in (b"", b"garbage", c[:-1], c[:5], b"\x78\x9c" + b"\xff" * 8):
    try:
        zlib.decompress(bad)
    except zlib.error as e:
        print(type(e).__name__, e)
try:
    zlib.compress("str")
except TypeError as e:
    print(e)
try:
    zlib.compress(b"x", 10)
except zlib.error as e:
    print(e)
