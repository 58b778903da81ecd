from functools import lru_cache, cache
@lru_cache(maxsize=None, typed=True)
def f(x):
    return type(x).__name__
print(f(1), f(1.0), f(True), f(1), f.cache_info())
@cache
def h(*a, **k):
    return a, sorted(k.items())
print(h(1, a=2), h(1, a=2), h.cache_info().hits, h(1, 2), h((1, 2)))
@lru_cache(maxsize=0)
def never(x):
    return x
never(1), never(1)
print(never.cache_info())
@lru_cache
def fails(x):
    raise ValueError(x)
for _ in range(2):
    try:
        fails(1)
    except ValueError:
        pass
print(fails.cache_info())
try:
    lru_cache(maxsize="x")
except TypeError as e:
    print(e)
@lru_cache(-5)
def neg(x): return x
print(neg.cache_parameters())
