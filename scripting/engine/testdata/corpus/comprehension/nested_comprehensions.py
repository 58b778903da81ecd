print([[i * j for j in range(3)] for i in range(3)])
m = [[1, 2, 3], [4, 5, 6]]
print([[row[i] for row in m] for i in range(3)], [x for row in m for x in row])
print({k: [v for v in range(k)] for k in range(3)}, [{c: ord(c) for c in w} for w in ("a", "bc")])
print([sum(x * y for x, y in zip(r, c)) for r in m for c in m], [[y for y in x if y > 2] for x in m])
