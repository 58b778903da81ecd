class NonData:
    def __get__(self, obj, owner):
        return "non-data"

class Data(NonData):
    def __get__(self, obj, owner):
        return "data"
    def __set__(self, obj, value):
        obj.__dict__["d"] = value

class A:
    n = NonData()
    d = Data()

a = A()
print(a.n, a.d)
a.n = 1
a.d = 2
print(a.n, a.d, vars(a))
class SetOnly:
    def __set__(self, obj, value):
        print("set", value)
class B:
    s = SetOnly()
b = B()
b.s = 3
print(type(b.s).__name__, vars(b))
