a = ["a", "b", "c", "b"]
print(a.index("b"), a.index("b", 2), a.index("b", -1), a.index("c", 0, 100))
for args in (("z",), ("b", 2, 3), ("a", 1), ("b", 4)):
    try:
        a.index(*args)
    except ValueError as e:
        print(type(e).__name__, e)
try:
    a.index(5)
except ValueError as e:
    print(e)
try:
    a.index()
except TypeError as e:
    print(e)
