class N:
    def __divmod__(self, o):
        return "divmod", o
    def __pow__(self, e, m=None):
        return "pow", e, m
    def __lshift__(self, o):
        return "<<", o
    def __rshift__(self, o):
        return ">>", o
    def __or__(self, o):
        return "|", o
    def __xor__(self, o):
        return "^", o
    def __floordiv__(self, o):
        return "//", o

n = N()
print(divmod(n, 2), n**3, pow(n, 2), pow(n, 2, 5), n << 1, n >> 2, n | 3, n ^ 4, n // 5)
for action in ("n & 1", "n % 2", "2 ** n", "divmod(2, n)", "pow(2, n, 3)"):
    try:
        eval(action)
    except TypeError as e:
        print(e)
