s, f = {1, 2}, frozenset([2, 3])
for value in (s | f, f | s, s & f, f & s, s - f, f - s, s ^ f, f ^ s):
    print(type(value).__name__, value)
print(type(f.union(s)).__name__, type(s.union(f)).__name__)
s |= f
f |= {9}
print(type(s).__name__, type(f).__name__, sorted(s), sorted(f))
