from enum import Enum
class E(Enum):
    A = 1
    B = 2

for action in ("E.A = 5", "del E.A", "E.A.value = 3", "E.A.name = 'x'", "E()", "setattr(E, 'B', 1)"):
    try:
        exec(action)
        print(action, "allowed")
    except (AttributeError, TypeError) as e:
        print(action, "->", type(e).__name__, e)
E.new = 7
print(E.new, E.A.value, list(E), E.__members__, hash(E.A) == hash(E.A), E.A.name)
try:
    class Sub(E):
        C = 3
except TypeError as e:
    print(e)
