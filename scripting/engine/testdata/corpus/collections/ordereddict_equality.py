from collections import OrderedDict
a, b = OrderedDict([("x", 1), ("y", 2)]), OrderedDict([("y", 2), ("x", 1)])
print(a == b, a == dict(b), dict(a) == dict(b), a == OrderedDict(a), a != b)
a["x"] = 9
print(list(a), a.copy() == a, type(a.copy()).__name__, type(a | {"z": 1}).__name__, a | {"z": 1})
a.update(w=0)
del a["x"]
print(a, a.pop("w"), a.pop("none", "d"), a.setdefault("s", 5), OrderedDict.fromkeys("ab", 0))
try:
    a.pop("none")
except KeyError as e:
    print(repr(e))
