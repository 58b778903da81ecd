def gen():
    got = yield "ready"
    text = f"got {got} {(yield 'again')}"
    yield text

g = gen()
print(next(g), g.send("first"), g.send("second"))
print(f"{', '.join(f'{i}:{c}' for i, c in enumerate('ab'))}", f"{sum(x for x in range(4))}", f"{ {x for x in 'a'} }")
