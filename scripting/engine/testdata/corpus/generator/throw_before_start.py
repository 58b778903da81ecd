def g():
    try:
        yield 1
    finally:
        print("never entered")

it = g()
try:
    it.throw(ValueError("early"))
except ValueError as e:
    print(repr(e))
print(list(it))
def h():
    yield 1
it = h()
it.close()
print(list(it))
