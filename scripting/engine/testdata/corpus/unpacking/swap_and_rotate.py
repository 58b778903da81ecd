a, b, c = 1, 2, 3
a, b, c = c, a, b
print(a, b, c)
l = [1, 2, 3]
l[0], l[-1] = l[-1], l[0]
print(l)
l[0], l[1], l[2] = l[1:] + l[:1]
print(l)
d = {"x": 1, "y": 2}
d["x"], d["y"] = d["y"], d["x"]
print(d)
x, y = 0, 1
for _ in range(10):
    x, y = y, x + y
print(x)
