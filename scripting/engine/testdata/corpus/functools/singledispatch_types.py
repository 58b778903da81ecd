from functools import singledispatch
@singledispatch
def show(x):
    return f"default {type(x).__name__}"
@show.register
def _(x: int):
    return f"int {x}"
@show.register(str)
@show.register(bytes)
def _(x):
    return f"text {x!r}"
@show.register
def _(x: list, depth=0):
    return [show(i) for i in x]
show.register(type(None), lambda x: "none")
for v in (5, True, "a", b"b", 1.5, None, [1, "x", [None]], (1,)):
    print(show(v))
print(show.dispatch(bool) is show.dispatch(int), sorted(t.__name__ for t in show.registry), show.__name__)
try:
    show()
except TypeError as e:
    print(e)
try:
    @show.register
    def _(x): pass
except TypeError as e:
    print(str(e).split(" <")[0])
