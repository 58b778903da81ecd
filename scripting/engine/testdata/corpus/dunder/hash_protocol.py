class H:
    def __init__(self, h):
        self.h = h
    def __hash__(self):
        return self.h

print(hash(H(5)), hash(H(True)), hash(H(-1)), hash(H(2**61 - 1)), hash(H(2**64)) == hash(2**64))
for bad in (1.5, "x", None):
    try:
        hash(H(bad))
    except TypeError as e:
        print(e)
class NoHash:
    __hash__ = None
try:
    hash(NoHash())
except TypeError as e:
    print(e)
try:
    {NoHash(): 1}
except TypeError as e:
    print(e)
