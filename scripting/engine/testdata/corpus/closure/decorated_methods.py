def logged(f):
    def wrapper(self, *args):
        print(f"{type(self).__name__}.{f.__name__}{args}")
        return f(self, *args)
    return wrapper

class A:
    @logged
    def add(self, a, b):
        return a + b
    @staticmethod
    @logged
    def odd(self_like):
        return self_like
    @property
    @logged
    def p(self):
        return 7

a = A()
print(a.add(1, 2), a.p, A.odd(5))
print(A.add.__name__, A().add.__self__ is not None)
