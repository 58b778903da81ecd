from collections import defaultdict
d = defaultdict(list)
d["a"].append(1)
d["b"]
print(d, "c" in d, d.get("c"), len(d), d.default_factory)
n = defaultdict(int, {"x": 5})
n["x"] += 1
n["y"] += 1
print(n, dict(n), n == {"x": 6, "y": 1})
e = defaultdict(None, a=1)
try:
    e["zz"]
except KeyError as err:
    print(repr(err), e)
for bad in (5, "x", []):
    try:
        defaultdict(bad)
    except TypeError as err:
        print(err)
