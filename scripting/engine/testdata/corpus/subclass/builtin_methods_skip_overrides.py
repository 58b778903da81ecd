class L(list):
    def __len__(self):
        return 99
    def __iter__(self):
        return iter(["patched"])
    def append(self, x):
        super().append(x * 2)

l = L([1, 2])
l.append(3)
l.extend([4])
print(len(l), list(l), l, l[0], l.__len__(), list.__len__(l), sorted(l), [x for x in l], bool(L()))
class D(dict):
    def keys(self):
        return ["fake"]
    def __contains__(self, k):
        return True
d = D(a=1)
print(list(d), d.keys(), "zz" in d, d.get("zz"), len(d))
