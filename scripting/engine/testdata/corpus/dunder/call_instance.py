class Adder:
    def __init__(self, n):
        self.n = n
    def __call__(self, *args, **kw):
        return self.n + sum(args), kw

add = Adder(10)
print(add(), add(1, 2), add(k=3), callable(add), callable(Adder), callable(5))
print(list(map(Adder(1), [1, 2])))
class Not:
    pass
try:
    Not()()
except TypeError as e:
    print(type(e).__name__, e)
class Bad:
    def __call__(self):
        pass
try:
    Bad()(1)
except TypeError as e:
    print(e)
