def f(a, b=2, *, c=3):
    return a, b, c

print(f(1), f(1, 5), f(1, c=9), f(a=0, b=1, c=2), f(c=1, a=2))
print(f.__defaults__, f.__kwdefaults__)
f.__defaults__ = (20,)
f.__kwdefaults__ = {"c": 30}
print(f(1))
f.__defaults__ = None
try:
    f(1)
except TypeError as e:
    print(e)
