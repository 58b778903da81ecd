d = {"a": 1}
print(d.setdefault("a", 9), d)
print(d.setdefault("b", []), d)
d.setdefault("b", []).append(5)
print(d)
print(d.setdefault("c"), d)
try:
    d.setdefault()
except TypeError as e:
    print(e)
try:
    d.setdefault([], 1)
except TypeError as e:
    print(e)
