from abc import ABC, abstractmethod, ABCMeta
class Shape(ABC):
    @abstractmethod
    def area(self): return "base area"
    @classmethod
    @abstractmethod
    def make(cls): ...
    @staticmethod
    @abstractmethod
    def unit(): ...

class Sq(Shape):
    def area(self): return "sq+" + super().area()
    @classmethod
    def make(cls): return cls()
    @staticmethod
    def unit(): return "m"
print(Sq.make().area(), Sq.unit(), sorted(Shape.__abstractmethods__))
@Shape.register
class Virtual: pass
print(isinstance(Virtual(), Shape), issubclass(Virtual, Shape), Virtual.__mro__[1:] == (object,))
class Only(metaclass=ABCMeta):
    @abstractmethod
    def f(self): ...
try:
    Only()
except TypeError as e:
    print(e)
