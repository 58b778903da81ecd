import io, sys
out = io.StringIO()
print("a", 1, None, sep=",", file=out)
print("%5.2f" % 3.14159, end="|", file=out)
old, sys.stdout = sys.stdout, io.StringIO()
print("hidden")
captured, sys.stdout = sys.stdout.getvalue(), old
print(repr(out.getvalue()), repr(captured))
class Upper(io.StringIO):
    def write(self, s):
        return super().write(s.upper())
u = Upper()
print("shout", file=u)
print(repr(u.getvalue()), sys.stdout.write("direct\n"))
sys.stdout.writelines(["x", "y", "\n"])
