d = {}
for key in (1, "1", b"1", (1, 2), None, True, 2.5, frozenset([3]), 1j, ..., len, int):
    d[key] = type(key).__name__
print(len(d))
print(d[1], d["1"], d[b"1"], d[(1, 2)], d[None], d[2.5])
print(d[frozenset([3])], d[1j], d[...], d[len], d[int])
