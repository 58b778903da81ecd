def g():
    try:
        next(it)
    except ValueError as e:
        yield f"{type(e).__name__}: {e}"

it = g()
print(next(it))
def h():
    yield list(it2)
it2 = h()
try:
    next(it2)
except ValueError as e:
    print(e)
print(next(it2, "dead"))
