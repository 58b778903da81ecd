class Item:
    def __init__(self, n):
        self.n = n
    def __lt__(self, other):
        return self.n < other.n
    def __repr__(self):
        return f"I{self.n}"

a = [Item(3), Item(1), Item(2)]
a.sort()
print(a, max(a, key=lambda i: i.n))
try:
    [object(), object()].sort()
except TypeError as e:
    print(e)
