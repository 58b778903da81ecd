from functools import lru_cache
calls = []
@lru_cache(maxsize=2)
def f(x, y=0):
    calls.append((x, y))
    return x + y

print(f(1), f(1), f(1, 0), f(1, y=0), f(2), f(3), f(1), calls)
print(f.cache_info(), f.cache_parameters(), f.__wrapped__(5))
f.cache_clear()
print(f.cache_info(), f.__name__)
try:
    f([1])
except TypeError as e:
    print(e)
@lru_cache
def g(n):
    return n if n < 2 else g(n - 1) + g(n - 2)
print(g(60), g.cache_info())
