class A:
    def f(self):
        return "A"

class B:
    def g(self):
        return "B"

bases = (A, B)
class C(*bases, **{"metaclass": type}):
    "C's doc"
    def f(self):
        return super().f() + "C"

print(C().f(), C().g(), C.__doc__, C.__bases__ == bases, A.__doc__)
class D(*[], C): pass
print(D().f(), D.__doc__)
