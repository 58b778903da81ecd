a = [[1], [2], [3]]
b = a[:]
c = a[1:]
b[0].append("x")
c.append("y")
print(a, b, c, b is a, b[0] is a[0])
t = (1, 2)
print(t[:] is t, "ab"[:] == "ab", a[:] == a)
