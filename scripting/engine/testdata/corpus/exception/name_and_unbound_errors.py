def f():
    print(x)
    x = 1

def g():
    del y
    y = 2

def h():
    def inner():
        return z
    if False:
        z = 1
    return inner()

for call in (f, g, h, lambda: undefined_thing, lambda: undefined.attr):
    try:
        call()
    except NameError as e:
        print(type(e).__name__, e, getattr(e, "name", None))
try:
    del nothing
except NameError as e:
    print(e)
