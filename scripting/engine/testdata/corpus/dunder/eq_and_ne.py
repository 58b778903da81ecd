class P:
    def __init__(self, x):
        self.x = x
    def __eq__(self, other):
        print("eq", self.x, getattr(other, "x", other))
        if not isinstance(other, P):
            return NotImplemented
        return self.x == other.x

print(P(1) == P(1), P(1) != P(1), P(1) == 5, 5 != P(1), P(1) in [P(2), P(1)])
class Weird:
    def __eq__(self, other):
        return "truthy"
    def __ne__(self, other):
        return []
print(Weird() == 1, Weird() != 1, not Weird() != 1)
