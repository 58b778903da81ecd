from collections.abc import Mapping, MutableMapping
class Squares(Mapping):
    def __getitem__(self, k):
        if not isinstance(k, int) or not 0 <= k < 4:
            raise KeyError(k)
        return k * k
    def __iter__(self):
        return iter(range(4))
    def __len__(self):
        return 4

s = Squares()
print(dict(s), s.get(2), s.get(9, "d"), 3 in s, 7 in s, list(s.keys()), list(s.values()), list(s.items()),
      s == {0: 0, 1: 1, 2: 4, 3: 9}, {**s})
try:
    s[1] = 5
except TypeError as e:
    print(e)
class Broken(MutableMapping):
    pass
try:
    Broken()
except TypeError as e:
    print(e)
