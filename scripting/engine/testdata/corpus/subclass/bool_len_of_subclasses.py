class Falsy(list):
    def __bool__(self):
        return False

class Truthy(dict):
    def __len__(self):
        return 7

print(bool(Falsy([1])), bool(Truthy()), len(Truthy()), not Falsy([1, 2]), Falsy([1]) or "or", Truthy() == {})
class N(int):
    def __bool__(self):
        return self > 5
print(bool(N(3)), bool(N(6)), [n for n in map(N, range(8)) if n], N(3) and 1, all([N(1)]))
