s = {1, 2, 3}
print(s.intersection(iter([2, 3, 4])), s.difference(x for x in (1, 5)))
print(s.issuperset(iter([])), s.issubset("ab"), s.union({4: "d"}.keys()))
s.update("ab", {"k": 1})
print(len(s), "k" in s)
try:
    s.update(5)
except TypeError as e:
    print(e)
try:
    s.union(None)
except TypeError as e:
    print(e)
try:
    s.intersection([[]])
except TypeError as e:
    print(e)
