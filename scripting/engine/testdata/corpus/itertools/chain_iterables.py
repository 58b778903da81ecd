from itertools import chain
print(list(chain("ab", [1], (2,), {"k": 0})), list(chain()), list(chain.from_iterable(["ab", "c"])),
      list(chain.from_iterable({"xy": 1})), list(chain([], [[]])))
c = chain([1], 5)
print(next(c))
try:
    next(c)
except TypeError as e:
    print(e)
try:
    list(chain.from_iterable([1, 2]))
except TypeError as e:
    print(e)
try:
    chain.from_iterable(5)
except TypeError as e:
    print(e)
g = chain.from_iterable(range(i) for i in range(4))
print(next(g), list(g), type(g).__name__, sum(chain([1], [2, 3])))
