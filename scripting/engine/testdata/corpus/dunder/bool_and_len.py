class L:
    def __init__(self, n):
        self.n = n
    def __len__(self):
        return self.n

class B(L):
    def __bool__(self):
        print("bool", end=" ")
        return True

print(bool(L(0)), bool(L(2)), bool(B(0)), not L(0), L(0) or "empty", L(1) and "full", bool(object()))
print("t" if L(0) else "f", [x for x in (L(0), L(1)) if x][0].n, any([L(0)]), len(L(5)))
for bad in (-1, 1.5, "3", None, 2**63):
    try:
        len(L(bad))
    except (TypeError, ValueError, OverflowError) as e:
        print(type(e).__name__, e)
