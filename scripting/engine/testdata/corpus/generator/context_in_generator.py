class CM:
    def __enter__(self):
        print("enter")
        return self
    def __exit__(self, t, v, tb):
        print("exit", t.__name__ if t else None)

def g():
    with CM():
        yield 1
        yield 2
    yield 3

print(list(g()))
it = g()
next(it)
it.close()
it = g()
next(it)
try:
    it.throw(KeyError("k"))
except KeyError as e:
    print(repr(e))
