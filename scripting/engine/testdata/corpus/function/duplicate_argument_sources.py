def f(a, b=0, **kw):
    return a, b, kw

for call in ("f(1, **{'a': 2})", "f(*[1, 2], b=3)", "f(*[1], **{'b': 2, 'c': 3})", "f(b=1, **{'b': 2})",
             "f(**{'a': 1}, c=3)",
             "dict(a=1, **{'a': 2})", "print('x', **{'sep': '', 'sep2': 1})"):
    try:
        print(call, "->", eval(call))
    except TypeError as e:
        print(call, "->", e)
