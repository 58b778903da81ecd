d = {"a": 1}
keys, values, items = d.keys(), d.values(), d.items()
d["b"] = 2
print(keys, values, items)
print(len(keys), len(values), len(items))
del d["a"]
print(list(keys), list(values), list(items))
print("b" in keys, 2 in values, ("b", 2) in items, ("b", 3) in items, "b" in items)
