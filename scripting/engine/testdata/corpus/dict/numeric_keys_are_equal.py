d = {1: "int"}
d[1.0] = "float"
d[True] = "bool"
print(d, len(d))
print(d[1], d[1.0], d[True], d.get(1 + 0j))
d = {0: "zero"}
print(d[False], d[0.0], d[-0.0])
d = {2**70: "big"}
print(d[float(2**70)], 2**70 + 1 in d)
