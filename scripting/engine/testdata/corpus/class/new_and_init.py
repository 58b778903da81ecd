class A:
    def __new__(cls, *args, **kwargs):
        print("new", cls.__name__, args, kwargs)
        return super().__new__(cls)
    def __init__(self, x, y=0):
        print("init", x, y)

A(1, y=2)
class Single:
    _one = None
    def __new__(cls):
        if cls._one is None:
            cls._one = object.__new__(cls)
        return cls._one
print(Single() is Single())
class Other:
    def __new__(cls):
        return 42
    def __init__(self):
        print("not called")
print(Other())
try:
    object.__new__(5)
except TypeError as e:
    print(e)
