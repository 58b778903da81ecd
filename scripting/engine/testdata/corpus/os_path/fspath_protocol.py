import os

class P:
    def __init__(self, v):
        self.v = v
    def __fspath__(self):
        return self.v

print(os.fspath("a"), os.fspath(b"b"), os.fspath(P("c")), os.path.join(P("d"), "e"), os.path.basename(P("x/y")))
for bad in (5, None, P(5), [], bytearray(b"x")):
    try:
        os.fspath(bad)
    except TypeError as e:
        print(e)
