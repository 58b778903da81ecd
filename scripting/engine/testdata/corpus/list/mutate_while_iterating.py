a = [1, 2, 3, 4]
for x in a:
    if x == 2:
        a.remove(x)
print(a)
a = [1, 2]
for x in a:
    if len(a) < 6:
        a.append(x * 10)
print(a)
a = [1, 2, 3]
seen = []
for x in a:
    seen.append(x)
    a.clear()
print(seen)
it = iter([1])
print(list(it), list(it))
