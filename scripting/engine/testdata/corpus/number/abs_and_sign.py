print(abs(-5), abs(5.5), abs(-0.0), abs(-2**70), abs(True), +5, -(-5), +True, - -3, --3)
class V:
    def __abs__(self):
        return "absolute"
    def __neg__(self):
        return "minus"
    def __pos__(self):
        return "plus"
    def __invert__(self):
        return "inverted"
v = V()
print(abs(v), -v, +v, ~v)
for bad in ("x", None, []):
    try:
        abs(bad)
    except TypeError as e:
        print(e)
