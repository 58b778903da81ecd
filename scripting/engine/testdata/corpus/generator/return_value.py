def g(flag):
    yield 1
    if flag:
        return "value"
    yield 2

it = g(True)
next(it)
try:
    next(it)
except StopIteration as e:
    print(e.value, e.args)
print(list(g(True)), list(g(False)), sum(g(False)))
def run(gen):
    result = yield from gen
    print("result", result)
list(run(g(True)))
list(run(g(False)))
def empty():
    return 5
    yield
print(list(empty()))
