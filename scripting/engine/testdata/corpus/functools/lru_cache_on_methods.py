from functools import lru_cache
class A:
    made = 0
    def __init__(self, n):
        self.n = n
    @lru_cache(maxsize=None)
    def double(self):
        A.made += 1
        return self.n * 2
    @staticmethod
    @lru_cache
    def square(x):
        return x * x

a, b = A(1), A(2)
print(a.double(), a.double(), b.double(), A.made, A.double.cache_info().hits, A.square(3), A.square(3),
      A.square.cache_info().hits)
class Unhashable:
    __hash__ = None
    cached = lru_cache(lambda self: 1)
try:
    Unhashable().cached()
except TypeError as e:
    print(e)
