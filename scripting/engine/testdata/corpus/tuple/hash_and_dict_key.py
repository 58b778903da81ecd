print(hash((1, 2)) == hash((1, 2)), hash((1,)) == hash((1.0,)), hash(()) == hash(()))
d = {(1, "a"): "x", (): "empty"}
print(d[1, "a"], d[()], (1.0, "a") in d)
try:
    hash((1, [2]))
except TypeError as e:
    print(e)
try:
    d[(1, {})]
except TypeError as e:
    print(e)
