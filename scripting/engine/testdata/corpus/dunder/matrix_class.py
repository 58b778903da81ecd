class Matrix:
    def __init__(self, rows):
        self.rows = [list(r) for r in rows]
    def __matmul__(self, o):
        return Matrix([[sum(a * b for a, b in zip(r, c)) for c in zip(*o.rows)] for r in self.rows])
    def __getitem__(self, ij):
        i, j = ij
        return self.rows[i][j]
    def __eq__(self, o):
        return isinstance(o, Matrix) and self.rows == o.rows
    def __imatmul__(self, o):
        self.rows = (self @ o).rows
        return self
    def __str__(self):
        return "\n".join(" ".join(f"{x:>3}" for x in r) for r in self.rows)

m = Matrix([(1, 1), (1, 0)])
p = m @ m @ m
print(p, p[0, 0], p == Matrix([[3, 2], [2, 1]]), p != m, sep="\n")
m @= m
print(m)
