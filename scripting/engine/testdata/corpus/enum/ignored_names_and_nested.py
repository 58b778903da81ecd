from enum import Enum, member, nonmember
class E(Enum):
    _ignore_ = ["tmp", "i"]
    A = 1
    __private = 5
    _single = 6
    def method(self): return "m"
    lam = lambda self: "lambda"
    @staticmethod
    def s(): return "static"
    tmp = [i for i in range(3)]
    fn = member(len)
    const = nonmember(42)
    @nonmember
    class Nested: x = 1

print(list(E.__members__), E.A.method(), E.A.lam(), E.s(), E.const, E.fn, hasattr(E, "tmp"))
print(E._E__private, E._single.value)
