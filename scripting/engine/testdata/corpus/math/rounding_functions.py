import math
for x in (2.5, -2.5, 2, -0.5, 1e20, 0.0):
    print(math.floor(x), math.ceil(x), math.trunc(x), math.modf(x), math.fabs(x))
for f in (math.floor, math.ceil, math.trunc):
    for bad in (float("inf"), float("nan"), "x"):
        try:
            f(bad)
        except (OverflowError, ValueError, TypeError) as e:
            print(f.__name__, type(e).__name__, e)
