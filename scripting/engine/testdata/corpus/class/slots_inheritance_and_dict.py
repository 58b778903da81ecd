class A:
    __slots__ = "only"

class B(A):
    __slots__ = ("more", "__dict__")

a, b = A(), B()
a.only = 1
b.only, b.more, b.other = 1, 2, 3
print(a.only, vars(b), b.more)
try:
    a.more = 1
except AttributeError as e:
    print(e)
try:
    vars(a)
except TypeError as e:
    print(e)
try:
    class C:
        __slots__ = ["1bad"]
except TypeError as e:
    print(e)
try:
    class D(A):
        __slots__ = (1,)
except TypeError as e:
    print(e)
