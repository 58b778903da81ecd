def f(*args):
    return args

def g(a, *rest, k=0):
    return a, rest, k

print(f(), f(1), f(1, 2), type(f()).__name__, f(*"ab", 3, *[4]), f(*range(3)), f([1, 2]))
print(g(1), g(1, 2, 3), g(*[1, 2], k=5), g(*(x for x in "xyz")))
args = [1, 2]
def h(*a):
    return a is args, a
print(h(*args), (lambda *a: a)(*{}, *{"k": 1}))
