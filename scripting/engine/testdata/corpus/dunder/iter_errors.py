class NoNext:
    def __iter__(self):
        return 5

class NoneIter:
    __iter__ = None
    def __getitem__(self, i):
        return i

class Raises:
    def __iter__(self):
        raise ValueError("no iteration")

for obj in (NoNext(), NoneIter(), Raises(), object(), 5, None):
    try:
        for x in obj:
            print(x)
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
try:
    next([1])
except TypeError as e:
    print(e)
try:
    next(5, 0)
except TypeError as e:
    print(e)
