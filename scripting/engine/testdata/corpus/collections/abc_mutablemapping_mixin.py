from collections.abc import MutableMapping
class Lower(MutableMapping):
    def __init__(self, *a, **k):
        self.d = {}
        self.update(*a, **k)
    def __getitem__(self, k): return self.d[k.lower()]
    def __setitem__(self, k, v): self.d[k.lower()] = v
    def __delitem__(self, k): del self.d[k.lower()]
    def __iter__(self): return iter(self.d)
    def __len__(self): return len(self.d)

m = Lower({"A": 1}, B=2)
print(m["a"], m.pop("A"), m.setdefault("C", 3), dict(m), "b" in m, "B" in m, m.popitem(), len(m), m.get("zz"))
m.update([("X", 1)], Y=2)
print(sorted(m), m == {"x": 1, "y": 2, "c": 3}, bool(m), m.pop("nope", "d"))
m.clear()
try:
    m.popitem()
except KeyError as e:
    print(repr(e))
try:
    m.pop("q")
except KeyError as e:
    print(repr(e))
