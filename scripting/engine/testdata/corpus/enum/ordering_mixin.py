from enum import Enum
from functools import total_ordering
@total_ordering
class Size(Enum):
    S, M, L = range(1, 4)
    def __lt__(self, other):
        if isinstance(other, Size):
            return self.value < other.value
        return NotImplemented

print(Size.S < Size.M, Size.L >= Size.M, max(Size), sorted([Size.L, Size.S]), Size.S <= Size.S, list(Size)[::-1])
try:
    Size.S < 5
except TypeError as e:
    print(e)
class Base(Enum):
    def shout(self): return self.name + "!"
    @classmethod
    def default(cls): return next(iter(cls))
class Real(Base):
    X = 1
print(Real.X.shout(), Real.default(), isinstance(Real.X, Base), list(Base))
