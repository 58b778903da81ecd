def frames(buf):
    buf = bytearray(buf)
    while buf:
        size = buf[0]
        body, rest = buf[1:1 + size], buf[1 + size:]
        if len(body) < size:
            raise ValueError(f"short frame: {bytes(body)!r} of {size}")
        yield bytes(body)
        buf = rest

print(list(frames(b"\x01a\x00\x03xyz")))
try:
    for frame in frames(b"\x02ok\x05bad"):
        print(frame)
except ValueError as e:
    print(e)
