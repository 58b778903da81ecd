from contextlib import ExitStack
def cb(n, fail=False):
    print("cb", n)
    if fail:
        raise KeyError(n)

with ExitStack() as s:
    s.callback(cb, 1)
    kept = s.pop_all()
print("after with")
kept.close()
try:
    with ExitStack() as s:
        s.callback(cb, "a")
        s.callback(cb, "b", fail=True)
        s.callback(cb, "c")
        raise ValueError("body")
except KeyError as e:
    print(repr(e), repr(e.__context__))
s = ExitStack()
f = s.callback(cb, 9)
print(f is cb, s.close(), s.close())
