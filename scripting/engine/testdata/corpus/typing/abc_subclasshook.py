from abc import ABC
class HasLen(ABC):
    @classmethod
    def __subclasshook__(cls, C):
        if cls is HasLen:
            return any("__len__" in B.__dict__ for B in C.__mro__)
        return NotImplemented

class A:
    def __len__(self): return 0
class B(A): pass
class Strict(HasLen): pass
print(isinstance(A(), HasLen), issubclass(B, HasLen), isinstance(5, HasLen), isinstance([], HasLen),
      issubclass(A, Strict), issubclass(Strict, HasLen))
try:
    issubclass(5, HasLen)
except TypeError as e:
    print(e)
Strict.register(int)
print(isinstance(5, Strict))
