import types
class A:
    def __init__(self, n): self.n = n
def shout(self, mark="!"):
    return f"{self.n}{mark}"
a, b = A("a"), A("b")
a.shout = types.MethodType(shout, a)
print(a.shout(), a.shout("?"), hasattr(b, "shout"), shout.__get__(b, A)(), shout.__get__(b)("."),
      types.MethodType(max, 3)(1, 9), types.MethodType(len, "abc")())
A.shout = shout
print(b.shout(), A.shout(b, "#"), b.shout == b.shout, b.shout is b.shout, a.shout.__self__.n,
      b.shout.__func__ is shout)
for args in ((shout, None), (5, a), (shout,)):
    try:
        types.MethodType(*args)
    except TypeError as e:
        print(e)
