import copy

class A:
    def __init__(self, n):
        self.n = n
    def __copy__(self):
        return A(self.n + 1)
    def __deepcopy__(self, memo):
        return A(self.n + 100)

a = A(1)
print(copy.copy(a).n, copy.deepcopy(a).n, copy.deepcopy([a])[0].n)
class B:
    def __init__(self):
        self.items = [1]
b = B()
c, d = copy.copy(b), copy.deepcopy(b)
b.items.append(2)
print(c.items, d.items, type(d).__name__)
