from functools import lru_cache
@lru_cache(None)
def ways(n, coins=(1, 5, 10)):
    if n == 0:
        return 1
    if n < 0 or not coins:
        return 0
    return ways(n - coins[-1], coins) + ways(n, coins[:-1])

print(ways(50), ways.cache_info().misses > 10, ways(-1), ways(3, ()))
@lru_cache(maxsize=3)
def age(key):
    print("load", key)
    return key * 2
for k in "abcabdab":
    age(k)
print(age.cache_info())
try:
    age({})
except TypeError as e:
    print(e)
