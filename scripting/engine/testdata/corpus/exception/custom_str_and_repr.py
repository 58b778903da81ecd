class E(Exception):
    def __str__(self):
        return "custom str"

class R(Exception):
    def __repr__(self):
        return "custom repr"

print(E(1), repr(E(1)), f"{E(2)!r}", R("x"), repr(R("x")), [R(), E("q")])
class Eq(Exception):
    def __eq__(self, o):
        return self.args == o.args
    def __hash__(self):
        return 1
print(Eq(1) == Eq(1), ValueError(1) == ValueError(1), len({Eq(1), Eq(1)}))
