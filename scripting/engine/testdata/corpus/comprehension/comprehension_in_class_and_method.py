class A:
    n = 3
    squares = [x * x for x in range(n)]
    table = {k: v for k, v in zip("ab", squares)}
    def m(self):
        return [self.n * x for x in range(2)], [__class__.__name__ for _ in range(1)]
    lam = [lambda self: self.n for _ in range(2)]

print(A.squares, A.table, A().m(), A.lam[0](A()), hasattr(A, "x"))
try:
    class B:
        n = 2
        bad = [x * n for x in range(2)]
except NameError as e:
    print(e)
