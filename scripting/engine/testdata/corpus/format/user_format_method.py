class Temp:
    def __init__(self, deg):
        self.deg = deg
    def __format__(self, spec):
        if spec == "f":
            return f"{self.deg * 9 / 5 + 32:.1f}F"
        if spec:
            raise ValueError(f"bad spec {spec!r}")
        return f"{self.deg}C"

t = Temp(20)
print("{} {:f} {!s:.5}".format(t, t, "temperature"), format(t), format(t, "f"), f"{t:f}")
try:
    "{:zz}".format(t)
except ValueError as e:
    print(e)
class Bad:
    def __format__(self, spec):
        return 5
try:
    format(Bad())
except TypeError as e:
    print(e)
