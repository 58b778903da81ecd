from collections import OrderedDict
class LRU(OrderedDict):
    def __init__(self, size):
        super().__init__()
        self.size = size
    def __getitem__(self, key):
        value = super().__getitem__(key)
        self.move_to_end(key)
        return value
    def __setitem__(self, key, value):
        super().__setitem__(key, value)
        self.move_to_end(key)
        if len(self) > self.size:
            print("evict", next(iter(self)))
            del self[next(iter(self))]

c = LRU(2)
c["a"], c["b"] = 1, 2
print(c["a"])
c["c"] = 3
print(list(c), c.get("b"), "a" in c, len(c))
try:
    c["b"]
except KeyError as e:
    print("KeyError", e)
