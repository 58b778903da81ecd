from functools import wraps
def memo(key=lambda *a: a):
    def deco(f):
        cache = {}
        @wraps(f)
        def wrapper(*args):
            k = key(*args)
            if k not in cache:
                cache[k] = f(*args)
            return cache[k]
        wrapper.cache = cache
        return wrapper
    return deco

@memo(key=lambda items: tuple(sorted(items)))
def total(items):
    print("computing", items)
    return sum(items)

print(total([1, 2]), total([2, 1]), total.cache, total.__name__)
@memo()
def plain(x): return x
try:
    plain([])
except TypeError as e:
    print(e)
