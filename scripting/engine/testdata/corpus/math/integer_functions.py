import math
print(math.gcd(12, 18), math.gcd(), math.gcd(0, 0), math.gcd(-4, 6, 10), math.lcm(4, 6), math.lcm(),
      math.lcm(3, 0), math.factorial(20), math.comb(5, 2), math.comb(3, 5), math.perm(5, 2), math.perm(4),
      math.prod([2, 3, 4]), math.prod([], start=7), math.prod([1.5, 2]))
for call in ("math.factorial(-1)", "math.factorial(2.0)", "math.comb(-1, 2)", "math.gcd(1.5)",
             "math.perm(2, -1)", "math.factorial('x')", "math.prod(5)", "math.comb(5)", "math.prod(['a', 2])"):
    try:
        print(eval(call))
    except (ValueError, TypeError) as e:
        print(call, "->", type(e).__name__, e)
