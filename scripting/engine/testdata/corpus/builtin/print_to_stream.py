import io, sys
out = io.StringIO()
print("a", 1, sep="|", end="!", file=out)
print(file=out)
print("b", "c", file=out, flush=True)
print(repr(out.getvalue()))
class W:
    def __init__(self): self.parts = []
    def write(self, s): self.parts.append(s)
w = W()
print("x", "y", file=w)
print(w.parts)
try:
    print("a", file=5)
except AttributeError as e:
    print(e)
try:
    print("a", sep=5)
except TypeError as e:
    print(e)
print("to stdout", file=None)
print("also", file=sys.stdout)
