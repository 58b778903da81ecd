a = [1, 2, 1.0, True, "1"]
a.remove(True)
print(a)
a.remove(1)
print(a)
try:
    a.remove("x")
except ValueError as e:
    print(type(e).__name__, e)
a.remove("1")
print(a, a.remove(2), a)
