class Outer:
    class Inner:
        def method(self):
            pass
    def f(self):
        class Local:
            pass
        return Local

print(Outer, Outer.Inner, Outer().f(), Outer.Inner.method.__qualname__, Outer.f.__name__)
print(Outer.__name__, Outer.Inner.__qualname__, Outer.__module__, int, type, object, type(None))
Outer.__name__ = "Renamed"
print(Outer.__name__, Outer.__qualname__)
try:
    Outer.__name__ = 5
except TypeError as e:
    print(e)
try:
    int.x = 1
except TypeError as e:
    print(e)
