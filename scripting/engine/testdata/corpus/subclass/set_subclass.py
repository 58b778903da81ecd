class Bag(set):
    def add(self, x):
        if x is None:
            raise ValueError("None not allowed")
        super().add(x)
        return self

b = Bag([3]).add(1)
print(Bag([3]), len(b), 3 in b, b == {1, 3}, type(b | {5}).__name__, type(b - {1}).__name__, sorted(b))
b.update([None, 7])
print(None in b)
try:
    b.add(None)
except ValueError as e:
    print(e)
try:
    hash(b)
except TypeError as e:
    print(e)
