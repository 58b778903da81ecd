from contextlib import suppress
with suppress(KeyError, ValueError):
    int("x")
    print("not reached")
with suppress(LookupError) as s:
    {}["k"]
print(s)
with suppress(Exception):
    pass
try:
    with suppress(KeyError):
        1 / 0
except ZeroDivisionError as e:
    print(e)
try:
    with suppress():
        raise OSError(2, "gone")
except OSError as e:
    print(e)
cm = suppress(ValueError)
for i in range(2):
    with cm:
        raise ValueError
def f():
    with suppress(KeyError):
        return {}["x"]
    return "after"
print(f())
