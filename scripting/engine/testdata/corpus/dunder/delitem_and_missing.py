class D:
    def __init__(self):
        self.data = {"a": 1, "b": 2}
    def __delitem__(self, key):
        if key not in self.data:
            raise KeyError(f"no {key}")
        del self.data[key]

d = D()
del d["a"]
print(d.data)
try:
    del d["zz"]
except KeyError as e:
    print(e, e.args)
for action in ("d['a']", "d['a'] = 1", "len(d)", "iter(d)"):
    try:
        exec(action)
    except (TypeError, AttributeError) as e:
        print(type(e).__name__, e)
