class S(str):
    def __init__(self, text, extra):
        self.extra = extra

try:
    S("a", "b")
except TypeError as e:
    print(type(e).__name__, e)
class L(list):
    def __init__(self, a, b):
        super().__init__([a, b])
print(L(1, 2))
class D(dict):
    def __init__(self, **kw):
        super().__init__(kw, fixed=True)
print(D(a=1))
class T(tuple):
    def __init__(self, a, b):
        pass
try:
    T(1, 2)
except TypeError as e:
    print(e)
