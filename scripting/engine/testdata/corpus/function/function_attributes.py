def f(a):
    "doc of f"

f.counter = 1
f.counter += 1
print(f.counter, f.__name__, f.__doc__, f.__module__, f.__qualname__, f.__dict__, f.__defaults__)
f.__name__ = "renamed"
f.__doc__ = None
print(f.__name__, f.__doc__)
try:
    f.nope
except AttributeError as e:
    print(e)
try:
    f.__name__ = 5
except TypeError as e:
    print(e)
try:
    f()
except TypeError as e:
    print(e)
