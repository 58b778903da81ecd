class Ordered(type):
    @classmethod
    def __prepare__(mcls, name, bases):
        print("prepare", name)
        return {"injected": 1}
    def __call__(cls, *args):
        print("call", cls.__name__, args)
        return super().__call__(*args)

class A(metaclass=Ordered):
    print("body", injected)
    def __init__(self, n):
        self.n = n

print(A(5).n, A.injected)
