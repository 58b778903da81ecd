from contextlib import contextmanager
@contextmanager
def never():
    if False:
        yield
@contextmanager
def twice():
    yield 1
    yield 2
@contextmanager
def swallow_then_yield():
    try:
        yield
    except ValueError:
        yield
for cm, fail in ((never, False), (twice, False), (swallow_then_yield, True)):
    try:
        with cm():
            if fail:
                raise ValueError("x")
    except RuntimeError as e:
        print(cm.__name__, e)
