class Stack(list):
    def push(self, x):
        self.append(x)
        return self
    def __getitem__(self, i):
        r = super().__getitem__(i)
        return Stack(r) if isinstance(i, slice) else r

s = Stack([1]).push(2).push(3)
print(s, s[-1], type(s[1:]).__name__, type(s + [4]).__name__, type(s.copy()).__name__, len(s), s == [1, 2, 3])
s += [5]
s.sort(reverse=True)
print(s, type(s).__name__, isinstance(s, list), [*s], sorted(s), Stack(), Stack("ab"))
s.note = "attr"
print(s.note, vars(s))
