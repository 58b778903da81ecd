print("%d" % 3 * 2, "%d" % (3 * 2), "a%s" % "b" + "c", "%s" % ("x" "y"))
fmt = "%-6s=%4d"
for name, n in (("a", 1), ("bcd", 22)):
    print(fmt % (name, n))
s = "%s"
s %= "in place"
print(s)
try:
    5 % "a"
except TypeError as e:
    print(e)
try:
    "%d" % "a" * 2
except TypeError as e:
    print(e)
