def inner():
    while True:
        try:
            x = yield
            print("inner got", x)
            if x == "end":
                return "inner result"
        except ValueError as e:
            print("inner caught", e)

def outer():
    result = yield from inner()
    print("outer has", result)
    yield "last"

g = outer()
next(g)
g.send(1)
g.throw(ValueError("v"))
print(g.send("end"))
g = outer()
next(g)
try:
    g.throw(KeyError("k"))
except KeyError as e:
    print("through", e)
