a = [1, 2]
a.extend(a)
print(a)
a += a
print(len(a))
a[1:1] = a
print(len(a), a[:5])
a = [1, 2, 3]
a.extend(x for x in list(a))
print(a)
