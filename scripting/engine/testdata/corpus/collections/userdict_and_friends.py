from collections import UserDict, UserList, UserString
class Lower(UserDict):
    def __setitem__(self, k, v):
        super().__setitem__(k.lower(), v)

d = Lower({"A": 1}, B=2)
d.update(C=3)
print(d, d.data, "a" in d, len(d), d == {"a": 1, "b": 2, "c": 3}, d.setdefault("D", 4), d.pop("a"))
l = UserList([3, 1])
l.append(2)
l.sort()
print(l, l + [9], l[0:2], type(l[0:2]).__name__, l == [1, 2, 3])
s = UserString("abc")
print(s.upper(), s + "d", type(s + "d").__name__, s == "abc", len(s), s[1])
try:
    d["zz"]
except KeyError as e:
    print(repr(e))
