import math
for x in (0, math.pi / 6, math.pi / 2, math.pi, -1):
    print(f"{math.sin(x):.12f} {math.cos(x):.12f} {math.atan(x):.12f} {math.degrees(x):.6f}")
print(math.atan2(1, -1), math.atan2(0.0, -0.0), math.hypot(3, 4), math.hypot(1, 2, 2),
      math.radians(180) == math.pi,
      f"{math.asin(1):.6f} {math.acos(-1):.6f} {math.sinh(1):.6f} {math.tanh(0.5):.6f} {math.acosh(2):.6f}")
for call in ("math.asin(2)", "math.acos(-1.1)", "math.cos(float('inf'))", "math.acosh(0)", "math.atanh(1)"):
    try:
        eval(call)
    except ValueError as e:
        print(call, "->", e)
