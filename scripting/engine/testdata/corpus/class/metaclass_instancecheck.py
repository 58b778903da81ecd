class Duck(type):
    def __instancecheck__(cls, obj):
        return hasattr(obj, "quack")
    def __subclasscheck__(cls, sub):
        return "quack" in vars(sub)

class Quacker(metaclass=Duck):
    pass

class D:
    def quack(self):
        pass

print(isinstance(D(), Quacker), isinstance(5, Quacker), issubclass(D, Quacker), issubclass(int, Quacker))
for call in (lambda: isinstance(1, 5), lambda: issubclass(1, int), lambda: issubclass(int, "x"),
             lambda: isinstance(1, (int, 5))):
    try:
        print(call())
    except TypeError as e:
        print(e)
