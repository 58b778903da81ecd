import io, sys
from contextlib import redirect_stdout, redirect_stderr
out = io.StringIO()
with redirect_stdout(out) as target:
    print("captured")
    print("more", end="")
print(repr(out.getvalue()), target is out)
err = io.StringIO()
with redirect_stderr(err):
    print("to err", file=sys.stderr)
print(repr(err.getvalue()))
try:
    with redirect_stdout(io.StringIO()) as o:
        print("lost")
        raise ValueError("restored after")
except ValueError as e:
    print(e, repr(o.getvalue()))
a, b = io.StringIO(), io.StringIO()
with redirect_stdout(a):
    print("outer")
    with redirect_stdout(b):
        print("inner")
    print("outer again")
print(repr(a.getvalue()), repr(b.getvalue()))
