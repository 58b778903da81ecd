a = frozenset([1, 2, 3])
b = frozenset([3, 2, 1])
print(hash(a) == hash(b), {a: "x"}[b])
try:
    hash({1})
except TypeError as e:
    print(type(e).__name__, e)
try:
    {{1}}
except TypeError as e:
    print(e)
s = {frozenset([1])}
print({1} in s, {2} in s)
s.discard({1})
print(s)
