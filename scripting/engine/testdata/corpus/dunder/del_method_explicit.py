class A:
    def __init__(self):
        self.closed = False
    def __del__(self):
        self.closed = True

a = A()
a.__del__()
print(a.closed, hasattr(A, "__del__"))
class Prop:
    def __get__(self, o, t):
        return ("get", o is None)
    def __delete__(self, o):
        print("delete")
class B:
    p = Prop()
b = B()
del b.p
print(b.p, B.p)
b.__dict__["p"] = 1
print(b.p)
