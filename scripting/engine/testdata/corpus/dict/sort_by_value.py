d = {"b": 2, "a": 3, "c": 1, "d": 2}
print(sorted(d), sorted(d, key=d.get), sorted(d.items(), key=lambda kv: (-kv[1], kv[0])))
print(max(d, key=d.get), min(d.values()), sum(d.values()))
print(dict(sorted(d.items())))
try:
    sorted({1: 0, "a": 0})
except TypeError as e:
    print(e)
