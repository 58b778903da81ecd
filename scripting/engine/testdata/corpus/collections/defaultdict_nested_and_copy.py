from collections import defaultdict
tree = lambda: defaultdict(tree)
t = tree()
t["a"]["b"]["c"] = 1
print(t["a"]["b"]["c"], list(t), list(t["a"]), len(t["zz"]), sorted(t))
d = defaultdict(lambda: "dflt", k=1)
c = d.copy()
print(c["q"], c.default_factory is d.default_factory, "q" in d, type(d | {"z": 2}).__name__,
      d.pop("zz", "gone"), d.setdefault("s", 9))
d.default_factory = None
try:
    d["missing"]
except KeyError as e:
    print(e)
print(d.__missing__ is not None, repr(defaultdict(int)), isinstance(d, dict))
def bad():
    raise ValueError("factory")
try:
    defaultdict(bad)[1]
except ValueError as e:
    print(e)
