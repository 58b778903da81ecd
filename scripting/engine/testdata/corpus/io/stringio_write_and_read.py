import io
s = io.StringIO()
print(s.write("hello\n"), s.write("wörld"), s.tell(), s.getvalue())
s.seek(0)
print(repr(s.read(3)), repr(s.read()), repr(s.read()), s.seek(0), s.readlines())
s = io.StringIO("initial")
s.write("IN")
print(s.getvalue(), s.tell(), s.seek(0, 2), s.write("!"), s.getvalue(), s.truncate(3), s.getvalue())
for bad in (b"bytes", 5, None):
    try:
        s.write(bad)
    except TypeError as e:
        print(e)
try:
    s.seek(-1)
except ValueError as e:
    print(e)
try:
    s.seek(1, 1)
except OSError as e:
    print(type(e).__name__, e)
