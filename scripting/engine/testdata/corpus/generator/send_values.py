def echo():
    got = yield "ready"
    while True:
        print("got", got)
        got = yield got and got * 2

g = echo()
try:
    g.send(1)
except TypeError as e:
    print(type(e).__name__, e)
print(g.send(None), g.send(5), g.send("ab"), next(g))
g.close()
try:
    g.send(1)
except StopIteration as e:
    print("stopped", e.value)
