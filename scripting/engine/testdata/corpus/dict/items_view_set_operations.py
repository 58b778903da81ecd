a = {"x": 1, "y": 2}
b = {"x": 1, "y": 3}
print(a.items() & b.items())
print(sorted(a.items() ^ b.items()))
print(a.items() == b.items(), a.items() == {("x", 1), ("y", 2)})
print({"k": [1]}.items() == {"k": [1]}.items())
try:
    {"k": [1]}.items() & a.items()
except TypeError as e:
    print(e)
print(a.values() == a.values(), a.keys() == {"y": 0, "x": 0}.keys())
