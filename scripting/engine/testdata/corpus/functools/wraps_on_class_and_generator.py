from functools import wraps
def collected(f):
    @wraps(f)
    def wrapper(*a, **k):
        return list(f(*a, **k))
    return wrapper

@collected
def numbers(n):
    "Generates."
    yield from range(n)
print(numbers(3), numbers.__doc__, numbers.__wrapped__(1).__name__)
def singleton(cls):
    made = []
    @wraps(cls, updated=())
    def get(*a):
        if not made:
            made.append(cls(*a))
        return made[0]
    return get
@singleton
class Config:
    "Config doc"
    def __init__(self, n): self.n = n
print(Config(1) is Config(2), Config(3).n, Config.__name__, Config.__doc__)
try:
    isinstance(Config(1), Config)
except TypeError as e:
    print(e)
