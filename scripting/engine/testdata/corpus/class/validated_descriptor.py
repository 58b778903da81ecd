class Positive:
    def __set_name__(self, owner, name):
        self.name = name
    def __get__(self, obj, owner):
        return self if obj is None else obj.__dict__[self.name]
    def __set__(self, obj, value):
        if value <= 0:
            raise ValueError(f"{self.name} must be positive, not {value}")
        obj.__dict__[self.name] = value

class Box:
    w, h = Positive(), Positive()
    def __init__(self, w, h):
        self.w, self.h = w, h

print(Box(2, 3).w * Box(2, 3).h, Box.w.name)
try:
    Box(1, -1)
except ValueError as e:
    print(e)
