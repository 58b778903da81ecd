class A:
    shared = []
    n = 0
    def __init__(self):
        self.own = []

a, b = A(), A()
a.shared.append(1)
a.own.append(2)
a.n += 1
print(b.shared, b.own, a.n, b.n, A.n)
A.n = 10
print(a.n, b.n, vars(a), vars(b))
del a.n
print(a.n)
try:
    del a.n
except AttributeError as e:
    print(type(e).__name__, e)
try:
    a.missing
except AttributeError as e:
    print(e)
try:
    A.missing
except AttributeError as e:
    print(e)
