import zlib
co = zlib.compressobj()
parts = [co.compress(b"part one "), co.compress(b"part two "), co.flush()]
whole = b"".join(parts)
do = zlib.decompressobj()
out = b""
for i in range(0, len(whole), 3):
    out += do.decompress(whole[i:i + 3])
out += do.flush()
print(out, do.eof, do.unused_data)
do = zlib.decompressobj()
print(do.decompress(whole + b"tail"), do.unused_data, do.eof)
raw = zlib.compressobj(9, zlib.DEFLATED, -15)
r = raw.compress(b"raw data") + raw.flush()
print(zlib.decompress(r, -15), zlib.decompressobj(-15).decompress(r), zlib.MAX_WBITS, zlib.DEFLATED)
do = zlib.decompressobj()
print(do.decompress(zlib.compress(b"x" * 100), 10), len(do.unconsumed_tail) > 0)
