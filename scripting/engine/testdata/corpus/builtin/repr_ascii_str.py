for x in ("é'\n", b"\xff", 1.0, None, [1, "a"], {"k": ("v",)}, True, 10**20, ..., range(3), int, slice(1, 2),
          {1}, frozenset(), complex(1, -1)):
    print(repr(x), ascii(x), str(x))
class A:
    def __repr__(self):
        return "Ä"
print(repr(A()), ascii(A()), str(A()), [A()])
try:
    repr()
except TypeError as e:
    print(e)
