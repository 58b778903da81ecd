class E(Exception):
    def __init__(self, a, b):
        self.a = a

e = E(1, 2)
print(e.args, str(e), repr(e), e.a)
class F(Exception):
    def __new__(cls, *args):
        self = super().__new__(cls, "from new")
        return self
print(repr(F("given")), F().args)
class O(OSError):
    def __init__(self, x):
        self.x = x
o = O(5)
print(o.args, o.errno, str(o))
