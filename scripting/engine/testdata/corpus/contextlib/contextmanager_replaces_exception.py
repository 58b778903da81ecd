from contextlib import contextmanager

@contextmanager
def reraises():
    try:
        yield
    except ValueError as e:
        raise TypeError("replaced") from e

try:
    with reraises():
        raise ValueError("orig")
except TypeError as e:
    print(e, repr(e.__cause__))
with reraises() as value:
    print(value)
try:
    with reraises():
        raise StopIteration("not ended early")
except StopIteration as e:
    print(repr(e))
