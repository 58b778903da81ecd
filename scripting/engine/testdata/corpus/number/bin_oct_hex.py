print(bin(10), bin(-10), bin(0), oct(64), oct(-8), hex(255), hex(-255), hex(2**70), bin(True))
for f in (bin, oct, hex):
    for bad in (1.0, "1", None):
        try:
            f(bad)
        except TypeError as e:
            print(f.__name__, e)
class I:
    def __index__(self):
        return 26
print(bin(I()), oct(I()), hex(I()))
