class Even:
    def __contains__(self, x):
        return "yes" if x % 2 == 0 else ""

print(2 in Even(), 3 in Even(), 3 not in Even())
class Raises:
    def __contains__(self, x):
        raise KeyError(x)
try:
    1 in Raises()
except KeyError as e:
    print(repr(e))
class ByIter:
    def __iter__(self):
        yield from (1, 2)
print(1 in ByIter(), 5 in ByIter())
class No:
    __contains__ = None
    def __iter__(self):
        return iter([1])
try:
    1 in No()
except TypeError as e:
    print(e)
try:
    1 in object()
except TypeError as e:
    print(e)
