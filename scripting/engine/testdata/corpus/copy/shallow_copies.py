import copy
a = [1, [2, 3]]
b = copy.copy(a)
b[1].append(4)
b.append(5)
print(a, b, b is a, b[1] is a[1])
t, s, d = (1, [2]), {1, 2}, {"k": [1]}
print(copy.copy(t) is t, copy.copy(s) == s, copy.copy(s) is s, copy.copy(d)["k"] is d["k"],
      copy.copy(bytearray(b"x")), copy.copy(5), copy.copy("s"), copy.copy(None), copy.copy(len) is len,
      copy.copy(frozenset([1])), copy.copy(range(3)))
class A:
    def __init__(self, v): self.v = v
x = A([1])
y = copy.copy(x)
print(y.v is x.v, y is x, type(y).__name__, vars(y))
