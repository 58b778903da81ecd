print(pow(2, 3), pow(2, 3, 3), pow(2, -1), pow(3, -1, 11), pow(2.0, 3), pow(-8, 1 / 3).real > 0, pow(0, 0),
      pow(base=2, exp=5), pow(2, 5, mod=3))
print(pow(10, 100, 7), pow(-2, 3, 5), pow(2, 0, 1), pow(7, 2, -5), pow(True, 2))
for call in ("pow(2, -1, 4)", "pow(2, 2, 0)", "pow(2.0, 2, 3)", "pow('a', 2)", "pow(2)", "pow(0, -1)",
             "pow(0.0, -1)", "pow(2, None)", "pow(1, 2, 3, 4)"):
    try:
        print(eval(call))
    except (ValueError, TypeError, ZeroDivisionError) as e:
        print(call, "->", type(e).__name__, e)
