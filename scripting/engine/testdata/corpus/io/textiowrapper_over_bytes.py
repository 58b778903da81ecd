import io
raw = io.BytesIO()
t = io.TextIOWrapper(raw, encoding="utf-8", newline="\n")
print(t.write("é\nline"), t.encoding, raw.getvalue())
t.flush()
print(raw.getvalue())
t.seek(0)
print(t.readline(), t.read())
print(io.TextIOWrapper(io.BytesIO(b"a\r\nb\xff"), encoding="ascii", errors="replace").read())
try:
    io.TextIOWrapper(io.BytesIO(b"\xff"), encoding="utf-8").read()
except UnicodeDecodeError as e:
    print(e)
try:
    t.write(b"x")
except TypeError as e:
    print(e)
t.detach()
print(raw.closed, io.SEEK_SET, io.SEEK_CUR, io.SEEK_END, issubclass(io.UnsupportedOperation, OSError))
