class Same:
    def __init__(self, name):
        self.name = name
    def __hash__(self):
        return 42
    def __eq__(self, other):
        return self.name == other.name

keys = [Same(str(i)) for i in range(20)]
d = {k: int(k.name) for k in keys}
print(len(d), d[Same("7")], Same("21") in d)
for k in keys[::2]:
    del d[k]
print(sorted(d.values()), d.get(Same("4")), d.get(Same("5")))
