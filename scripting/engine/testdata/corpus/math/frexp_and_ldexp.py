import math
for x in (8.0, -0.75, 0.0, 1e-310, 3):
    m, e = math.frexp(x)
    print(m, e, math.ldexp(m, e) == x)
print(math.ldexp(1, 10), math.ldexp(1, -1080), math.frexp(math.inf), math.modf(-3.25), math.modf(math.inf))
for call in ("math.ldexp(1, 5000)", "math.ldexp(1, 1.5)", "math.ldexp('x', 1)"):
    try:
        eval(call)
    except (OverflowError, TypeError) as e:
        print(call, "->", type(e).__name__, e)
