import struct
buf = bytearray(10)
struct.pack_into("<HB", buf, 2, 0x1234, 0xFF)
struct.pack_into("<H", buf, -2, 0xABCD)
print(buf.hex(), struct.unpack_from("<HB", buf, 2), struct.unpack_from("<H", buf, -2),
      struct.unpack_from("<B", buf), struct.unpack_from("<B", b"xyz", offset=1))
for call in (lambda: struct.pack_into("<I", buf, 8, 1), lambda: struct.pack_into("<I", buf, -3, 1),
             lambda: struct.unpack_from("<I", buf, 8), lambda: struct.unpack_from("<I", buf, -20),
             lambda: struct.pack_into("<B", b"ro", 0, 1), lambda: struct.pack_into("<I", buf, -11, 1)):
    try:
        call()
    except (struct.error, TypeError, BufferError) as e:
        print(type(e).__name__, e)
