class A:
    def __add__(self, o):
        print("A.add", end=" ")
        return NotImplemented

class B:
    def __radd__(self, o):
        print("B.radd", end=" ")
        return "result"

class C:
    def __radd__(self, o):
        print("C.radd", end=" ")
        return NotImplemented

print(A() + B())
for action in ("A() + C()", "A() + A()", "A() + 1", "1 + C()"):
    try:
        eval(action)
    except TypeError as e:
        print(e)
print(NotImplemented, type(NotImplemented).__name__)
