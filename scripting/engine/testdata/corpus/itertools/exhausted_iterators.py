from itertools import chain, islice, repeat, product, combinations, accumulate, zip_longest
for it in (chain("a"), islice("a", 1), repeat(1, 1), product("a"), combinations("a", 1), accumulate([1]),
           zip_longest("a")):
    print(list(it), list(it), next(it, "end"), type(it).__name__, iter(it) is it)
r = repeat("x", 3)
print(r.__length_hint__(), next(r), r.__length_hint__(), r)
try:
    next(chain())
except StopIteration as e:
    print(repr(e))
try:
    len(chain())
except TypeError as e:
    print(e)
