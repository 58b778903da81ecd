import math
print(math.isclose(0.1 + 0.2, 0.3), math.isclose(1, 1.1), math.isclose(1, 1.1, rel_tol=0.2),
      math.isclose(0, 1e-10), math.isclose(0, 1e-10, abs_tol=1e-9), math.isclose(math.inf, math.inf),
      math.isclose(math.nan, math.nan))
print(math.nextafter(1, 2), math.nextafter(0, 1), math.ulp(1), math.ulp(1e16), math.nextafter(5, 5))
try:
    math.isclose(1, 1, rel_tol=-1)
except ValueError as e:
    print(e)
try:
    math.isclose(1, 1, 0.5)
except TypeError as e:
    print(e)
