print([round(x) for x in (0.5, 1.5, 2.5, -0.5, -1.5, 2.6, -2.6)])
print(round(2.675, 2), round(1.005, 2), round(2.5, 0), round(1234.5678, -2), round(0.15, 1), round(0.25, 1))
print(round(5), round(15, -1), round(25, -1), round(-15, -1), round(123456, -3), round(1, 5), round(55, -2))
print(type(round(2.0)).__name__, type(round(2.0, 0)).__name__, round(1e20), round(2.5, None))
for args in ((float("nan"),), (float("inf"),), ("1",), (1.5, "x"), (1.5, 1.0)):
    try:
        print(round(*args))
    except (ValueError, OverflowError, TypeError) as e:
        print(type(e).__name__, e)
