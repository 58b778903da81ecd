from collections.abc import Sequence, Set, MutableSequence
class Seq(Sequence):
    def __init__(self, *a): self.a = a
    def __len__(self): return len(self.a)
    def __getitem__(self, i): return self.a[i]
class S(Set):
    def __init__(self, it): self.l = list(dict.fromkeys(it))
    def __contains__(self, x): return x in self.l
    def __iter__(self): return iter(self.l)
    def __len__(self): return len(self.l)

s = Seq(1, 2, 2)
print(2 in s, list(s), list(reversed(s)), s.index(2), s.count(2), isinstance(s, Sequence))
try:
    s.index(9)
except ValueError as e:
    print(repr(e))
a, b = S("abc"), S("bcd")
print(sorted(a & b), sorted(a | b), sorted(a - b), sorted(a ^ b), a <= b, a == S("cba"), a.isdisjoint(S("z")),
      type(a & b).__name__, a == {"a", "b", "c"})
