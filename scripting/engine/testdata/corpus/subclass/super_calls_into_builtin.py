class Counter2(dict):
    def __missing__(self, key):
        return 0
    def __iadd__(self, items):
        for i in items:
            self[i] += 1
        return self
    def pop(self, key, *default):
        print("pop", key)
        return super().pop(key, *default)

c = Counter2()
c += "hello"
print(c, c["zzz"], len(c), c.pop("h"), c.pop("nope", -1))
try:
    c.pop("nope")
except KeyError as e:
    print("KeyError", e)
print(super(Counter2, c).__len__(), dict.__getitem__(c, "l"), dict.__repr__(c))
