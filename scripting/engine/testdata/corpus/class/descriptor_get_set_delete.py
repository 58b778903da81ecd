class Field:
    def __set_name__(self, owner, name):
        self.name = "_" + name
        print("set_name", owner.__name__, name)
    def __get__(self, obj, owner=None):
        if obj is None:
            return f"Field of {owner.__name__}"
        return getattr(obj, self.name, "unset")
    def __set__(self, obj, value):
        setattr(obj, self.name, value * 2)
    def __delete__(self, obj):
        delattr(obj, self.name)

class A:
    x = Field()
    y = Field()

a = A()
print(A.x, a.x)
a.x = 5
print(a.x, vars(a))
del a.x
print(a.x)
try:
    del a.y
except AttributeError as e:
    print(e)
