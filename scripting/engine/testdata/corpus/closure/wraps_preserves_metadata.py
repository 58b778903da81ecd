import functools

def deco(f):
    @functools.wraps(f)
    def wrapper(*args, **kw):
        "wrapper doc"
        return f(*args, **kw)
    return wrapper

@deco
def target(a: int) -> str:
    "target doc"
target2 = deco(lambda: 0)
print(target.__name__, target.__doc__, target.__wrapped__.__name__, target.__annotations__, target.__qualname__)
print(target2.__name__, target2.__doc__)
