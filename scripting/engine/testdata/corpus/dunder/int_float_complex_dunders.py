class N:
    def __int__(self):
        return 3
    def __float__(self):
        return 2.5
    def __complex__(self):
        return 1j
    def __round__(self, n=None):
        return ("round", n)
    def __trunc__(self):
        return "trunc"
    def __floor__(self):
        return "floor"
    def __ceil__(self):
        return "ceil"

import math
n = N()
print(int(n), float(n), complex(n), round(n), round(n, 2), math.trunc(n), math.floor(n), math.ceil(n))
class Bad:
    def __int__(self):
        return "3"
    def __float__(self):
        return 3
for f in (int, float):
    try:
        f(Bad())
    except TypeError as e:
        print(e)
