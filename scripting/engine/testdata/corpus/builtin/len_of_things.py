print(len("é"), len(b"\xc3\xa9"), len([1, [2, 3]]), len({}), len(range(5)), len({1, 1}), len(()), len("a\n"),
      len({"a": 1}.items()), len(memoryview(b"ab")))
class L:
    def __init__(self, n): self.n = n
    def __len__(self): return self.n
print(len(L(3)), len(L(True)))
for bad in (-1, "a", 1.5, None):
    try:
        len(L(bad))
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
for x in (5, None, 1.5, len, (x for x in ()), iter([]), int, object()):
    try:
        len(x)
    except TypeError as e:
        print(e)
