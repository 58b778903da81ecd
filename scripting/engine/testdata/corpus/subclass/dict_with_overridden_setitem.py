class Upper(dict):
    def __setitem__(self, key, value):
        super().__setitem__(key.upper(), value)
    def __getitem__(self, key):
        return "<" + str(super().__getitem__(key.upper())) + ">"

d = Upper(a=1)
d["b"] = 2
d.update(c=3)
print(d, d["b"], d.get("B"), list(d.items()), len(d), "B" in d, "b" in d)
d.setdefault("x", 9)
print(d, dict(d), {**d})
try:
    d["zz"]
except KeyError as e:
    print(e)
