def g():
    x = [(yield 1), (yield 2)]
    y = {"k": (yield 3)}
    print(x, y)
    z = (yield) or "default"
    return f"{z} {(yield 4)}"

it = g()
sent = iter("abcd")
print(next(it))
for s in ("a", "b", "c"):
    print(it.send(s))
print(it.send(None))
try:
    it.send("end")
except StopIteration as e:
    print(e.value)
