import math
inf, nan = math.inf, math.nan
for x in (0.0, -0.0, 1.5, inf, -inf, nan, 10**10):
    print(x, math.isfinite(x), math.isinf(x), math.isnan(x), math.copysign(1, x))
print(math.pi, math.e, math.tau, inf, -inf, nan, math.inf > 10**300)
try:
    math.isnan("x")
except TypeError as e:
    print(e)
try:
    math.isfinite(10**400)
except OverflowError as e:
    print(e)
