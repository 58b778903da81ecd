class Meta(type):
    def __new__(mcls, name, bases, ns, **kw):
        cls = super().__new__(mcls, name, bases, ns)
        cls.added = sorted(k for k in ns if not k.startswith("_"))
        cls.kw = kw
        return cls
    def __init__(cls, name, bases, ns, **kw):
        super().__init__(name, bases, ns)
        cls.inited = True
    def __len__(cls):
        return len(cls.added)
    @property
    def label(cls):
        return "<" + cls.__name__ + ">"

class A(metaclass=Meta, opt=3):
    x = y = 1

class B(A):
    z = 2

print(A.added, A.kw, B.added, B.kw, len(B), A.label, type(B).__name__, B.inited, isinstance(A, Meta))
try:
    A().label
except AttributeError as e:
    print(e)
