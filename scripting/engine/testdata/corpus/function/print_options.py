print(1, "a", None, sep="-", end="!\n")
print()
print(sep="x")
print("a", end="")
print("b", "c", sep="")
print(*[1, 2, 3], sep=", ")
print("x", "y", sep=None, end=None)
for kw in ({"sep": 1}, {"end": b""}, {"flush": True}):
    try:
        print("z", **kw)
    except TypeError as e:
        print(e)
print(print("inner"), [print])
