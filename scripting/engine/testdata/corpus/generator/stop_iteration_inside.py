def g():
    yield 1
    raise StopIteration(2)

try:
    print(list(g()))
except RuntimeError as e:
    print(e, repr(e.__cause__))
def h():
    yield next(iter([]))
try:
    list(h())
except RuntimeError as e:
    print(e)
def safe(it):
    for x in it:
        try:
            yield x, next(it)
        except StopIteration:
            return
print(list(safe(iter([1, 2, 3]))))
