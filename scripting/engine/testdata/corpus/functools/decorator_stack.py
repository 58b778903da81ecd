from functools import wraps, partial
def trace(f=None, *, prefix=">"):
    if f is None:
        return partial(trace, prefix=prefix)
    @wraps(f)
    def wrapper(*a, **k):
        result = f(*a, **k)
        print(prefix, f.__name__, a, k, "=", result)
        return result
    return wrapper

@trace
def add(a, b): return a + b
@trace(prefix="##")
@trace
def mul(a, b=2): return a * b
add(1, 2)
mul(3)
mul(3, b=5)
print(add.__name__, mul.__wrapped__.__wrapped__(1), trace(len)("abc"))
try:
    add(1)
except TypeError as e:
    print(e)
