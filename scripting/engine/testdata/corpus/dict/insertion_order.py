d = {}
for key in ("z", 3, "a", 1, None):
    d[key] = 0
print(list(d))
d["z"] = 1
print("kept place:", list(d))
del d["z"]
d["z"] = 2
print("moved to end:", list(d))
print(list({"b": 1, "a": 2, "b": 3}.items()))
