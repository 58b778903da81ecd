import math
print(math.sqrt(16), math.isqrt(17), math.isqrt(10**40), math.pow(2, 0.5), math.exp(1) == math.e,
      math.log(math.e), math.log(8, 2), math.log2(2**70), math.log10(1000), math.log(10**400), math.cbrt(27),
      math.exp2(5), math.expm1(0), math.log1p(0))
for call in ("math.sqrt(-1)", "math.log(0)", "math.log(-1)", "math.isqrt(-1)", "math.isqrt(1.5)",
             "math.pow(0, -1)", "math.pow(-1, 0.5)", "math.exp(1000)", "math.log(10, 1)", "math.sqrt('x')",
             "math.log10(0)", "math.sqrt()", "math.pow(10, 400)"):
    try:
        print(eval(call))
    except (ValueError, OverflowError, TypeError, ZeroDivisionError) as e:
        print(call, "->", type(e).__name__, e)
