d = {"a": 1}
d.update({"b": 2})
d.update([("c", 3), ["d", 4], "ef"])
d.update(g=7, a=0)
d.update({"h": 8}, h=9)
d.update((k, ord(k)) for k in "ij")
d.update()
print(d)

class Mapping:
    def keys(self):
        return iter("xy")
    def __getitem__(self, key):
        return key * 2

d = {}
print(d.update(Mapping()), d)
