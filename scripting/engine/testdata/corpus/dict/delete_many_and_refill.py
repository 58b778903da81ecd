d = {}
for i in range(1000):
    d[i] = str(i)
for i in range(0, 1000, 3):
    del d[i]
for i in range(1000, 1100):
    d[i] = "new"
print(len(d), list(d)[:4], list(d)[-2:], 999 in d, 998 in d)
print(sum(d), next(iter(d)), next(reversed(d)))
while len(d) > 3:
    d.popitem()
print(d)
