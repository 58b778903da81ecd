import math
print(math.fsum([0.1] * 10), sum([0.1] * 10), math.fsum([1e16, 1, -1e16]), math.fsum([]), math.fmod(-7, 3),
      -7 % 3, math.remainder(7, 4), math.remainder(5, 2), math.fmod(7.5, 2))
for call in ("math.fmod(1, 0)", "math.remainder(1, 0)", "math.fmod(math.inf, 1)", "math.fsum(['a'])",
             "math.fsum([math.inf, -math.inf])"):
    try:
        print(eval(call))
    except (ValueError, TypeError, OverflowError) as e:
        print(call, "->", type(e).__name__, e)
print(math.dist((0, 0), (3, 4)), math.dist([1], [1]))
try:
    math.dist((1,), (1, 2))
except ValueError as e:
    print(e)
