from itertools import groupby
print([(k, list(g)) for k, g in groupby("aabbba")], [(k, len(list(g))) for k, g in groupby([1, 1.0, True,
    2])], list(groupby([])))
print([(k, [w for w in g]) for k, g in groupby(["a", "b", "cc", "dd", "e"], key=len)],
      [k for k, _ in groupby(sorted("banana"))], [(k, list(g)) for k, g in groupby([3, 1, 2], None)])
groups = list(groupby("aab"))
print([list(g) for _, g in groups])
it = groupby("aab")
k, g = next(it)
print(k, next(g))
next(it)
print(list(g))
try:
    groupby(5)
except TypeError as e:
    print(e)
try:
    list(groupby([1], key=5))
except TypeError as e:
    print(e)
