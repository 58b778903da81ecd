a, (b, [c, *d]), e = 1, (2, [3, 4, 5]), 6
print(a, b, c, d, e)
(x, y), z = "ab", "c"
print(x, y, z)
[[p], (q,)] = [1], {2: 3}
print(p, q)
for i, (j, *k) in enumerate(["ab", "cde"]):
    print(i, j, k)
try:
    a, (b, c) = 1, (2,)
except ValueError as err:
    print(err)
try:
    (a, b), c = 1, 2
except TypeError as err:
    print(err)
