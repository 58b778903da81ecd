class Deg(float):
    def __repr__(self):
        return f"{float(self)}deg"

class Blob(bytes):
    def __str__(self):
        return f"blob of {len(self)}"

d, b = Deg(1.5), Blob(b"abc")
print(d, str(d), repr(d), [d], d + 1, type(d * 2).__name__, f"{d:.2f}", round(d), d == 1.5)
print(b, repr(b), b[0], b[1:], type(b[1:]).__name__, b == b"abc", b + b"d", b.hex(), f"{b}")
class BA(bytearray):
    pass
x = BA(b"q")
x.append(65)
print(x, type(x + b"z").__name__, x == b"qA")
