class I:
    def __index__(self):
        return 10
class F:
    def __float__(self):
        return 1.5
class N:
    def __int__(self):
        return 3
print("%d %x %o %c" % (I(), I(), I(), 66), "%f" % F(), "%d" % N())
try:
    "%x" % N()
except TypeError as e:
    print(e)
try:
    "%d" % F()
except TypeError as e:
    print(e)
try:
    "%f" % "1.5"
except TypeError as e:
    print(e)
