class A:
    count = 0
    @staticmethod
    def add(a, b=1):
        return a + b
    @classmethod
    def make(cls, *args):
        cls.count += 1
        return cls.__name__, args

class B(A):
    pass

print(A.add(1), A().add(1, 5), A.make(1), B.make(), B().make(2), A.count, B.count)
print(type(A.__dict__["add"]).__name__, type(A.__dict__["make"]).__name__, A.make.__self__.__name__, A.add.__name__)
try:
    A.add()
except TypeError as e:
    print(e)
s = staticmethod(len)
print(s("abc"), classmethod(lambda c: c).__func__(1))
