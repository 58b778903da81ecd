a = [[1], 2]
b = a.copy()
c = a[:]
d = list(a)
b[0].append(9)
b[1] = 0
print(a, b, c, d)
print(a.clear(), a, c)
print(a == [], not a)
try:
    a.copy(1)
except TypeError as e:
    print(e)
