print(int(2.9), int(-2.9), int(1e20), int(0.5), int(-0.5), int(True), int())
for bad in ("inf", "-inf", "nan"):
    try:
        int(float(bad))
    except (OverflowError, ValueError) as e:
        print(type(e).__name__, e)
try:
    int(1j)
except TypeError as e:
    print(e)
class Trunc:
    def __int__(self):
        return 7
print(int(Trunc()))
