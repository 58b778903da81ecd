class N(int):
    def __repr__(self):
        return f"N({int(self)})"

n = N(5)
print(n, repr(n), n + 1, type(n + n).__name__, type(-n).__name__, N("7"), [n], n == 5)
print({n: 1}[5], isinstance(n, int), f"{n:03d}", "%d" % n, int(n), n.__class__.__name__)
n.extra = "attribute"
print(n.extra, hash(n) == hash(5))
