try:
    raise StopIteration(5)
except StopIteration as e:
    print(e.value, e.args, repr(e))
print(StopIteration().value, StopIteration(1, 2).value)
def g():
    yield 1
    return "done"
it = g()
next(it)
try:
    next(it)
except StopIteration as e:
    print(e.value, e.args)
def bad():
    raise StopIteration("inside")
    yield
try:
    next(bad())
except RuntimeError as e:
    print(e, "|", repr(e.__cause__))
