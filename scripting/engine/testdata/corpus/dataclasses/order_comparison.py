from dataclasses import dataclass, field
@dataclass(order=True)
class V:
    major: int
    minor: int = 0
    tag: str = field(default="", compare=False)

print(V(1, 2) < V(1, 3), V(2) > V(1, 9), V(1) <= V(1), sorted([V(2), V(1, 5), V(1)]),
      max(V(1, tag="a"), V(1, tag="b")), V(1, tag="x") == V(1))
for op in ("V(1) < (1, 0)", "V(1) >= 5"):
    try:
        eval(op)
    except TypeError as e:
        print(op, "->", e)
try:
    @dataclass(order=True, eq=False)
    class Bad: x: int
except ValueError as e:
    print(e)
try:
    @dataclass(order=True)
    class Bad2:
        x: int
        def __lt__(self, o): return True
except TypeError as e:
    print(e)
