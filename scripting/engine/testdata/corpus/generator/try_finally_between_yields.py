def g():
    try:
        yield "a"
    finally:
        yield "in finally"
    yield "after"

print(list(g()))
def h():
    for i in range(3):
        try:
            if i == 1:
                continue
            yield i
        finally:
            print("f", i)
print(list(h()))
it = g()
print(next(it))
try:
    print(it.throw(ValueError("v")))
    next(it)
except ValueError as e:
    print("after finally", e)
