from typing import Generic, TypeVar, Protocol, runtime_checkable, NamedTuple, TypedDict, NewType, Literal, Final, ClassVar
T = TypeVar("T")
class Box(Generic[T]):
    def __init__(self, v: T): self.v = v
print(Box(1).v, Box[int]("unchecked").v, Box[int].__origin__ is Box, T)
@runtime_checkable
class Closeable(Protocol):
    def close(self): ...
class R:
    def close(self): return "closed"
print(isinstance(R(), Closeable), isinstance(5, Closeable))
class P(NamedTuple):
    x: int
    y: str = "d"
class D(TypedDict, total=False):
    k: int
print(P(1), P(1, y="z")._asdict(), D(k=1), type(D(k=2)).__name__, NewType("Id", int)(5), Literal["a", 1],
      Final, ClassVar[int])
try:
    isinstance([], list[int])
except TypeError as e:
    print(e)
try:
    P()
except TypeError as e:
    print(e)
