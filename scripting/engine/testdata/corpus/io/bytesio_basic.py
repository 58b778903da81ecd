import io
b = io.BytesIO(b"hello")
print(b.read(2), b.tell(), b.read(), b.seek(-2, 2), b.read(), b.seek(1), b.write(b"EY"), b.getvalue(),
      b.seek(10), b.write(b"!"), b.getvalue())
buf = b.getbuffer()
buf[0] = 72
print(b.getvalue()[:5], len(buf))
try:
    b.write(b"longer than before it was")
except BufferError as e:
    print(e)
buf.release()
t = bytearray(3)
b.seek(0)
print(b.readinto(t), t, b.read1(2), b.truncate(4), b.getvalue())
for bad in ("text", 5):
    try:
        b.write(bad)
    except TypeError as e:
        print(e)
try:
    b.seek(-1)
except ValueError as e:
    print(e)
