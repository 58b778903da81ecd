import math
class N:
    def __float__(self): return 2.25
    def __floor__(self): return "floored"
    def __ceil__(self): return "ceiled"
    def __trunc__(self): return "truncated"
class I:
    def __index__(self): return 9
print(math.sqrt(N()), math.floor(N()), math.ceil(N()), math.trunc(N()), math.isqrt(I()), math.sqrt(I()),
      math.factorial(I()), math.gcd(I(), 6), math.floor(I()))
class Bad:
    def __float__(self): return "x"
for call in ("math.sqrt(Bad())", "math.floor(object())", "math.sqrt(1j)", "math.isqrt(N())", "math.trunc(object())"):
    try:
        eval(call)
    except TypeError as e:
        print(call, "->", e)
