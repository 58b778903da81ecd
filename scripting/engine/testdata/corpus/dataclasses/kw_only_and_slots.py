from dataclasses import dataclass, KW_ONLY
@dataclass(kw_only=True)
class K:
    a: int
    b: int = 2
@dataclass
class M:
    x: int
    _: KW_ONLY
    y: int = 0
    z: int
print(K(a=1), M(1, z=3))
for call in ("K(1)", "M(1, 2, 3)", "M(1)"):
    try:
        eval(call)
    except TypeError as e:
        print(call, "->", e)
@dataclass(slots=True)
class S:
    a: int
    b: int = 5
s = S(1)
print(s, S.__slots__, hasattr(s, "__dict__"))
try:
    s.c = 1
except AttributeError as e:
    print(e)
