def g():
    yield 1
    raise ValueError("inside")
    yield 2

it = g()
print(next(it))
try:
    next(it)
except ValueError as e:
    print(e)
print(list(it))
got = []
try:
    for x in g():
        got.append(x)
except ValueError as e:
    print(got, e)
try:
    sum(g())
except ValueError as e:
    print("sum", e)
try:
    a, b = g()
except ValueError as e:
    print("unpack", e)
