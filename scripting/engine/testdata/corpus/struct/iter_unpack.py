import struct
print(list(struct.iter_unpack("<HB", bytes(range(9)))), list(struct.iter_unpack("<B", b"")))
for fmt, buf in (("<HB", b"abcd"), ("", b"a"), ("<I", b"abc")):
    try:
        list(struct.iter_unpack(fmt, buf))
    except struct.error as e:
        print(e)
it = struct.iter_unpack(">H", b"\0\1\0\2")
print(next(it), next(it), next(it, "end"))
print({k: v for k, v in struct.iter_unpack("<2sB", b"ab\x01cd\x02")})
