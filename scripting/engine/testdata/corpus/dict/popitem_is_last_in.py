d = {"a": 1, "b": 2, "c": 3}
print(d.popitem(), d)
d["a"] = 10
print(d.popitem())
print(d.popitem())
try:
    d.popitem()
except KeyError as e:
    print(type(e).__name__, e, e.args)
d[5] = 6
print(d.popitem(), d)
