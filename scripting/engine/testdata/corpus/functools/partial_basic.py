from functools import partial
def f(a, b=2, *c, k=0, **kw):
    return a, b, c, k, kw

p = partial(f, 1, k=5)
print(p(), p(9), p(9, 8, 7), p(k=6), p(z=1), p.func is f, p.args, p.keywords)
q = partial(p, "second", k="q")
print(q(), q.args, q.keywords, q.func is f, partial(int, base=2)("101"), partial(print, "x", sep="-")("y"))
for call in (lambda: partial(), lambda: partial(5), lambda: partial(f)(), lambda: partial(len)(1, 2)):
    try:
        call()
    except TypeError as e:
        print(e)
p.attr = "set"
print(p.attr, vars(p), callable(p), type(p).__name__, repr(partial(int, "5", base=8)))
