closed = []
def src():
    try:
        for i in range(5):
            yield i
    finally:
        closed.append("src")

g = (x * 2 for x in src())
print(next(g), next(g))
g.close()
print(closed[:0], list(g))
it = (x for x in [1, 2, 3])
print(next(it), [x for x in it], next(it, "empty"), list(x for x in it))
