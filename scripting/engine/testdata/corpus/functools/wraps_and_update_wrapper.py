from functools import wraps, update_wrapper, WRAPPER_ASSIGNMENTS
def deco(f):
    @wraps(f)
    def wrapper(*a):
        "own doc"
        return f(*a)
    return wrapper

@deco
def target(x: int):
    "target doc"
    return x
target.extra = 1
class Callable:
    def __call__(self):
        return "called"
c = update_wrapper(Callable(), target)
print(target.__name__, target.__doc__, target.__wrapped__(5), target.__annotations__, c.__name__, c(),
      c.extra, c.__wrapped__ is target)
print(WRAPPER_ASSIGNMENTS, wraps(len)(lambda: 0).__name__)
def no_name(): pass
w = wraps(Callable(), updated=())(no_name)
print(w.__name__)
