from dataclasses import dataclass, fields
@dataclass
class Base:
    a: int = 1
    b: int = 2
@dataclass
class Sub(Base):
    c: int = 3
    a: str = "overridden"
class Plain(Sub):
    d: int = 4
    def __repr__(self): return "plain " + super().__repr__()
print(Sub(), [f.name for f in fields(Sub)], Plain(9), Sub("x", 5, 6), isinstance(Sub(), Base),
      Base() == Sub(1, 2), Plain() == Plain(), Plain() == Sub())
try:
    Plain(d=1)
except TypeError as e:
    print(e)
class Mixin:
    def total(self): return sum(v for v in vars(self).values() if isinstance(v, int))
@dataclass
class M(Mixin, Base): pass
print(M().total(), M(5, 6))
