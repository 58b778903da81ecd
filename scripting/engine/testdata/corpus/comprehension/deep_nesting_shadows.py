x = 1
print([[x for x in range(x + 1)] for x in range(3)], x)
print([(x, [x for x in "ab"], x) for x in (7,)], [x for x in [x for x in [x, 2]]])
print([y for y in (lambda x: [x for _ in range(2)])(5)], [[(i, j) for i in range(j)] for j in range(3)])
def f(x):
    return [(x, y) for y in [x for x in range(x)]]
print(f(2), list(map(lambda r: [r for r in range(r)], [1, 2])))
