class C:
    def __str__(self):
        return "str"
    def __repr__(self):
        return "repr é"
    def __format__(self, spec):
        return "format:" + spec

print("{} {!s} {!r} {!a} {:abc} {!r:>8}".format(C(), C(), C(), C(), C(), C()))
print("{!r}".format("it's"), "{0!s:.2}".format("abc"), "{!a}".format("é"))
for fmt in ("{!x}", "{!}", "{!ss}", "{!r"):
    try:
        print(fmt.format(1))
    except ValueError as e:
        print(fmt, "->", e)
