from contextlib import contextmanager, ContextDecorator
@contextmanager
def traced(name):
    print("begin", name)
    yield
    print("end", name)

@traced("f")
def f(x):
    print("in f", x)
    return x * 2
print(f(1), f(2), f.__name__)
class D(ContextDecorator):
    def __enter__(self):
        print("enter")
        return self
    def __exit__(self, *exc):
        print("exit", exc[0] and exc[0].__name__)
        return True
@D()
def g():
    raise ValueError("swallowed")
print(g())
