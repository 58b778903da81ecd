from dataclasses import dataclass, FrozenInstanceError, replace
@dataclass(frozen=True)
class P:
    x: int
    y: list

p = P(1, [2])
for action in ("p.x = 5", "del p.x", "p.z = 1"):
    try:
        exec(action)
    except FrozenInstanceError as e:
        print(action, "->", type(e).__name__, e, isinstance(e, AttributeError))
p.y.append(3)
print(p, replace(p, x=9))
@dataclass(frozen=True)
class H:
    a: int
print(hash(H(1)) == hash(H(1)), {H(1): "v"}[H(1)], len({H(1), H(1), H(2)}))
try:
    hash(p)
except TypeError as e:
    print(e)
try:
    @dataclass
    class Thawed(H):
        b: int = 0
except TypeError as e:
    print(e)
