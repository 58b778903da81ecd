import io
s = io.StringIO("a\nbb\n\nlast")
print(s.readline(), [l for l in s], s.readline() == "")
s.seek(0)
print(s.readline(1), repr(s.readline()), s.readlines(2), next(s, "end"))
print(list(io.StringIO("a\r\nb\rc\n")), list(io.StringIO("a\r\nb\rc\n", newline=None)),
      list(io.StringIO("a\r\nb", newline="")))
s = io.StringIO()
s.writelines(["x", "y\n"])
print(repr(s.getvalue()), s.readable(), s.writable(), s.seekable(), s.isatty(), s.closed)
try:
    next(io.StringIO(""))
except StopIteration as e:
    print(repr(e))
