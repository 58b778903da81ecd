def f(a, b=2, /, c=3, *, d=4):
    return a, b, c, d

print(f(1), f(1, 5), f(1, 2, c=7, d=8), f(1, 2, 9))
for call in ("f(a=1)", "f(1, b=2)", "f()", "f(1, 2, 3, 4)", "f(a=1, b=2)"):
    try:
        eval(call)
    except TypeError as e:
        print(call, "->", e)
def g(a, /, **kw):
    return a, kw
print(g(1, a=2, b=3))
