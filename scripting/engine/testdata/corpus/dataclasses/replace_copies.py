from dataclasses import dataclass, field, replace
@dataclass
class C:
    a: int
    b: list = field(default_factory=list)
    c: int = field(init=False, default=5)

x = C(1, [2])
y = replace(x, a=9)
y.b.append(3)
print(x, y, x is y, x.b is y.b)
for kw in ({"zz": 1}, {"c": 1}):
    try:
        replace(x, **kw)
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
try:
    replace(5, a=1)
except TypeError as e:
    print(e)
