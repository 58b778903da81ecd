class Grid:
    def __init__(self, w, h):
        self.w, self.cells = w, [0] * (w * h)
    def __getitem__(self, key):
        x, y = key
        if isinstance(x, slice):
            return [self[i, y] for i in range(*x.indices(self.w))]
        return self.cells[y * self.w + x]
    def __setitem__(self, key, value):
        x, y = key
        self.cells[y * self.w + x] = value

g = Grid(3, 2)
g[1, 1] = 5
g[2, 1] += 7
print(g[1, 1], g[:, 1], g[::-1, 1], g[0, 0])
try:
    g[1]
except TypeError as e:
    print(e)
