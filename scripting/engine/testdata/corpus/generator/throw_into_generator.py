def g():
    while True:
        try:
            x = yield "waiting"
            print("received", x)
        except ValueError as e:
            print("caught", repr(e))
            yield "handled"

it = g()
next(it)
print(it.throw(ValueError("boom")), next(it), it.throw(ValueError), next(it))
try:
    it.throw(KeyError("k"))
except KeyError as e:
    print("escaped", e)
try:
    next(it)
except StopIteration:
    print("finished")
for bad in (5, "x", int):
    try:
        g().throw(bad)
    except TypeError as e:
        print(e)
