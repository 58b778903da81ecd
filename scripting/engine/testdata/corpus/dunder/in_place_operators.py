class Acc:
    def __init__(self):
        self.log = []
    def __iadd__(self, o):
        self.log.append(("iadd", o))
        return self
    def __mul__(self, o):
        return f"mul {o}"
    def __ior__(self, o):
        return "replaced"
    def __isub__(self, o):
        return NotImplemented

a = b = Acc()
a += 1
a += "x"
print(a is b, a.log)
a *= 3
print(a)
b |= 0
print(b)
c = Acc()
try:
    c -= 1
except TypeError as e:
    print(e)
try:
    c /= 1
except TypeError as e:
    print(e)
