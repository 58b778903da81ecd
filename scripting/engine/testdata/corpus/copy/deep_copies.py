import copy
a = [1, [2, {"k": (3, [4])}], {5}]
b = copy.deepcopy(a)
b[1][1]["k"][1].append(9)
b[2].add(6)
print(a, b)
t = (1, "a", (2,))
print(copy.deepcopy(t) is t, copy.deepcopy(([1],)) == ([1],), copy.deepcopy("x"), copy.deepcopy(None),
      copy.deepcopy(int) is int, copy.deepcopy(print) is print)
shared = [0]
c = copy.deepcopy([shared, shared])
c[0].append(1)
print(c, c[0] is c[1], shared)
