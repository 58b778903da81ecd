table = [[lambda: (r, c) for c in range(2)] for r in range(2)]
print([[f() for f in row] for row in table])
gens = (lambda: x for x in range(3))
print([f() for f in gens])
fs = list(lambda: x for x in range(3))
print([f() for f in fs])
d = {k: (lambda v=k: v * 2) for k in "ab"}
print(d["a"](), d["b"](), d["a"]("z"))
