a = [1, 2, 3]
a.insert(0, "first")
a.insert(100, "last")
a.insert(-1, "before last")
a.insert(-100, "very first")
print(a)
try:
    a.insert("0", 1)
except TypeError as e:
    print(e)
try:
    a.insert(0)
except TypeError as e:
    print(e)
a.insert(True, "at one")
print(a[:3])
