from dataclasses import dataclass, field, fields
@dataclass
class A:
    items: list = field(default_factory=list)
    hidden: int = field(default=1, repr=False)
    noinit: int = field(init=False, default=7)
    nocmp: int = field(default=0, compare=False)
    kw: str = field(default="k", kw_only=True, metadata={"m": 1})

a, b = A(), A()
a.items.append(1)
print(a, b, A([2], 5, 3, kw="z"), A(nocmp=1) == A(nocmp=2), A() == A(hidden=2), a.noinit)
print([(f.name, f.type.__name__, f.init, f.repr) for f in fields(A)], dict(fields(a)[4].metadata))
for call in ("A(noinit=1)", "A(1, 2, 3, 'k')", "fields(5)"):
    try:
        eval(call)
    except TypeError as e:
        print(call, "->", e)
try:
    field(default=1, default_factory=list)
except ValueError as e:
    print(e)
