from itertools import chain, filterfalse
def unique(it, key=lambda x: x):
    seen = set()
    for x in it:
        k = key(x)
        if k not in seen:
            seen.add(k)
            yield x
def flatten(x):
    return chain.from_iterable(map(flatten, x)) if isinstance(x, (list, tuple)) else [x]

print(list(unique("abracadabra")), list(unique(["A", "a", "b"], str.lower)),
      list(flatten([1, [2, (3, [4])], []])), "".join(unique("mississippi")))
try:
    list(unique([[1]]))
except TypeError as e:
    print(e)
print(list(filterfalse(set("aeiou").__contains__, "education")))
