print((1.5).is_integer(), (2.0).is_integer(), (0.75).as_integer_ratio(), (-2.5).hex(), float.fromhex("0x1.8p1"))
print((0.1).hex(), float.fromhex("-0x.8"), float.fromhex("inf"), (2.5).conjugate(), (2.5).real, (2.5).imag)
for call in (lambda: float("inf").as_integer_ratio(), lambda: float("nan").as_integer_ratio(),
             lambda: float.fromhex("zz")):
    try:
        call()
    except (OverflowError, ValueError) as e:
        print(type(e).__name__, e)
print((2.5).__trunc__(), (2.5).__floor__(), (2.5).__ceil__(), float.__name__)
