def f():
    """First line.

    Indented.
    """
def g():
    "one" " two"
def h():
    b"not doc"
def i():
    1
    "late"
class A:
    'class doc'
    def m(self):
        r"raw \n doc"
print(repr(f.__doc__), g.__doc__, h.__doc__, i.__doc__, A.__doc__, A.m.__doc__)
f.__doc__ = "replaced"
print(f.__doc__, (lambda: 0).__doc__, A().__doc__)
class B(A): pass
print(B.__doc__)
