class Money:
    def __init__(self, n):
        self.n = n
    def __format__(self, spec):
        cents = spec.endswith("c")
        return format(self.n * 100 if cents else self.n, spec[:-1] if cents else spec)

m = Money(12)
print(f"{m:05}|{m:>8c}|{m}", "{:+}".format(m), format(m, "x"))
try:
    f"{m:q}"
except ValueError as e:
    print(e)
class D:
    def __str__(self):
        return "D!"
print(f"{D()}", format(D()))
try:
    f"{D():5}"
except TypeError as e:
    print(e)
