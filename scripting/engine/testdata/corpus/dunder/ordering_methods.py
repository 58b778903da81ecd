class V:
    def __init__(self, n):
        self.n = n
    def __lt__(self, o):
        print("lt", end=" ")
        return self.n < o.n
    def __le__(self, o):
        print("le", end=" ")
        return self.n <= o.n

a, b = V(1), V(2)
print(a < b, a <= b, a > b, a >= b)
print(sorted([b, a])[0].n, min(a, b).n, max(a, b).n)
class N:
    def __lt__(self, o):
        return NotImplemented
try:
    N() < N()
except TypeError as e:
    print(e)
try:
    V(1) < 5
except AttributeError as e:
    print(e)
