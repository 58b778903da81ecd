from dataclasses import dataclass
@dataclass
class A:
    x: int
    def __repr__(self): return f"<A {self.x}>"
    def __eq__(self, other): return True
    def double(self): return A(self.x * 2)
    @property
    def neg(self): return -self.x
    @classmethod
    def parse(cls, s): return cls(int(s))
    @staticmethod
    def zero(): return A(0)
print(A(1), A(1) == 5, A(2).double(), A(3).neg, A.parse("7"), A.zero())
@dataclass(repr=False, eq=False)
class B:
    x: int = 0
print(B() == B(), hash(B()) is not None, repr(B()).startswith("<__main__.B object"))
@dataclass(init=False)
class C:
    x: int = 3
    def __init__(self): self.y = 1
print(C(), vars(C()))
try:
    A("a", 2)
except TypeError as e:
    print(e)
