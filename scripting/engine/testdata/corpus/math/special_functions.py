import math
print(f"{math.gamma(5):.6f} {math.gamma(0.5):.10f} {math.lgamma(10):.8f} {math.erf(0.5):.10f} {math.erfc(1):.10f}")
for call in ("math.gamma(0)", "math.gamma(-2)", "math.gamma(200)", "math.lgamma(0)", "math.gamma(-math.inf)"):
    try:
        print(eval(call))
    except (ValueError, OverflowError) as e:
        print(call, "->", type(e).__name__, e)
print(math.__name__, math.sqrt.__name__, hasattr(math, "cmp"))
try:
    math.nothing
except AttributeError as e:
    print(e)
