def f(*a, **k):
    return a, k

for call in ("f(*5)", "f(*None)", "f(1, *2)", "f(*[1], *3)", "f(**{'x': 1}, *[2])", "f(*[1], k=2, *[3])",
             "f(x=1, *(2, 3))"):
    try:
        print(call, "->", eval(call))
    except (TypeError, SyntaxError) as e:
        print(call, "->", type(e).__name__, e if isinstance(e, TypeError) else "")
