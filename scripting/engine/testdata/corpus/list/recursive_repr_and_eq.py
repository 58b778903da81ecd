a = [1]
a.append(a)
print(a, len(a), a[1][1][0])
b = [a, (a,)]
print(b)
try:
    c = [1]
    c.append(c)
    a == c
except RecursionError as e:
    print(type(e).__name__)
print(a == a)
