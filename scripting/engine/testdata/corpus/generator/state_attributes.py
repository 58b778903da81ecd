def g():
    x = yield 1
    yield x

it = g()
print(it.gi_running, it.gi_frame is not None, it.gi_yieldfrom, it.__name__, it.__qualname__)
next(it)
print(it.gi_frame.f_locals)
it.send(7)
print(it.gi_frame.f_locals, it.gi_code.co_name)
list(it)
print(it.gi_frame)
e = (i for i in "a")
print(e.__name__, type(e).__name__)
try:
    it.foo
except AttributeError as err:
    print(err)
