a = b = c = []
a.append(1)
print(a, b, c, a is c)
x = y, z = 1, 2
print(x, y, z)
x, y = p = [3, 4]
print(x, y, p)
i = l = [0, 1]
i[0] = l = "s"
print(i, l)
def f():
    print("once")
    return 7
m = n = f()
print(m, n)
