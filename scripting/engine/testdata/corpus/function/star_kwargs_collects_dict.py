def f(**kw):
    return kw

print(f(), f(a=1, b=2), f(**{"x": 1}, y=2, **{"z": 3}))
d = {"k": 1}
kw = f(**d)
kw["new"] = 2
print(d, kw, list(f(z=1, a=2)))
for call in ("f(1)", "f(**{'a': 1}, **{'a': 2})", "f(a=1, **{'a': 2})", "f(**{1: 2})", "f(**5)",
             "f(**[('a', 1)])", "f(**None)"):
    try:
        eval(call)
    except TypeError as e:
        print(call, "->", e)
print(f(**{"not an identifier": 1}))
