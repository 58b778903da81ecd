from collections import Counter
c = Counter("abracadabra")
print(c, c["a"], c["zz"], "zz" in c, c.most_common(2), c.most_common(), len(c), sum(c.values()), c.total())
print(Counter([1, 1.0, True]), Counter(a=2, b=1), Counter({"x": 3}), Counter(), Counter({"a": 0, "b": -1}))
c.update("aab", z=5)
c.subtract({"a": 10})
print(c["a"], c["z"], c.most_common()[-1], sorted(c.elements()))
del c["nothing"]
try:
    Counter(5)
except TypeError as e:
    print(e)
try:
    Counter([[1]])
except TypeError as e:
    print(e)
