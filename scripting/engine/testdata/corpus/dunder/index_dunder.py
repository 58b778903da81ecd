class I:
    def __init__(self, v):
        self.v = v
    def __index__(self):
        return self.v

i = I(2)
print("abc"[i], [1, 2, 3][:i], list(range(i)), bin(i), hex(i), "x" * i, [0] * i, chr(I(65)), round(1.2345, i))
print(int(i), float(i), bytes(i), divmod(7, I(2).v), range(5)[i], "abcd".find("c", i), pow(2, 3, 5))
for action in ("'abc'[I('x')]", "range(I(1.0))", "i + 1", "int(I(None))", "'{:d}'.format(i)"):
    try:
        print(eval(action))
    except TypeError as e:
        print(action, "->", e)
