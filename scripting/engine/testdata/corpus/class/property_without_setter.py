class A:
    @property
    def x(self):
        return 1

a = A()
for action in ("a.x = 2", "del a.x"):
    try:
        exec(action)
    except AttributeError as e:
        print(type(e).__name__, e)
a.__dict__["x"] = "shadow"
print(a.x, vars(a))
class B(A):
    x = property(lambda self: super(B, self).x + 1, None, None, "doc")
print(B().x, B.x.__doc__, B.x.fset, A.x.fget(a))
class C:
    w = property(fset=lambda self, v: print("set", v))
C().w = 5
try:
    C().w
except AttributeError as e:
    print(e)
