from contextlib import ExitStack, contextmanager
@contextmanager
def res(n):
    print("open", n)
    try:
        yield n
    finally:
        print("close", n)

with ExitStack() as stack:
    names = [stack.enter_context(res(i)) for i in range(3)]
    stack.callback(print, "callback", sep="!", end="!\n")
    print(names)
def handler(t, v, tb):
    print("handler", t and t.__name__)
    return True
with ExitStack() as stack:
    stack.push(handler)
    raise ValueError("swallowed")
try:
    with ExitStack() as stack:
        stack.enter_context(5)
except TypeError as e:
    print(e)
