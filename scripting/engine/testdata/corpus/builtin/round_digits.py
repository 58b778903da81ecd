print(round(2.5), round(3.5), round(-2.5), round(2.567, 2), round(2.5, 0), round(1234, -2), round(1250, -2),
      round(1350, -2), round(0.5), round(5, 3))
print(round(1e300), round(-0.4), round(1.25, 1), round(1.35, 1), round(123.456, -1), round(1e-10, 5),
      round(True), round(2.675, 2))
class R:
    def __round__(self, n="none"):
        return f"rounded {n}"
print(round(R()), round(R(), 2), round(R(), ndigits=1), round(number=2.5))
for call in ("round()", "round('a')", "round(1.5, 'a')", "round(None)", "round(1, 2, 3)", "round([])"):
    try:
        eval(call)
    except TypeError as e:
        print(call, "->", e)
