class Negative:
    def __init__(self, child):
        self.child, self.absent, self.calls = child, set(), 0
    def lookup(self, parent, name):
        key = (parent, name)
        if key in self.absent:
            raise FileNotFoundError(2, "No such file or directory (cached)", name)
        self.calls += 1
        try:
            return self.child[parent][name]
        except KeyError:
            self.absent.add(key)
            raise FileNotFoundError(2, "No such file or directory", name) from None
    def create(self, parent, name, value):
        self.child.setdefault(parent, {})[name] = value
        self.absent.discard((parent, name))

n = Negative({b"\x01": {"a": 1}})
for name in ("a", "b", "b"):
    try:
        print(n.lookup(b"\x01", name))
    except OSError as e:
        print(e)
n.create(b"\x01", "b", 2)
print(n.lookup(b"\x01", "b"), n.calls, n.absent)
