class A:
    def __add__(self, o):
        return "A.add"
    def __radd__(self, o):
        return "A.radd"

class B(A):
    def __radd__(self, o):
        return "B.radd"

class C(A):
    pass

print(A() + B(), B() + A(), A() + C(), C() + A(), A() + A(), 1 + A(), A() + 1)
class MyInt(int):
    def __radd__(self, o):
        return "MyInt.radd"
    def __rsub__(self, o):
        return "MyInt.rsub"
print(1 + MyInt(2), MyInt(1) + 1, 5 - MyInt(1), 1.0 + MyInt(2))
