from enum import Enum, auto, IntEnum, Flag, IntFlag
class A(Enum):
    X = auto()
    Y = auto()
    Z = 10
    W = auto()
class F(Flag):
    P = auto()
    Q = auto()
    R = auto()
class Names(Enum):
    def _generate_next_value_(name, start, count, last):
        return f"{name.lower()}-{count}-{last}"
    ONE = auto()
    TWO = auto()
print([(m.name, m.value) for m in A], [(m.name, m.value) for m in F], [m.value for m in Names])
class I(IntEnum):
    A = 5
    B = auto()
print(I.B, int(I.B), repr(I.B))
