class It:
    def __iter__(self):
        yield from (1, 2)

class Seq:
    def __getitem__(self, i):
        if i > 1:
            raise IndexError
        return i * 10

a, b = It()
c, d = Seq()
e, f = {"k": 1, "m": 2}
g, h = b"xy"
i, j = (x for x in "pq")
k, l = map(str, range(2))
print(a, b, c, d, e, f, g, h, i, j, k, l)
m, n = zip("ab", "cd")
print(m, n, *It(), *Seq())
