def f(class_=1, _x=2, __y=3):
    return class_, _x, __y

print(f(__y=0), f(_x=5, class_=6))
def g(**kw):
    return list(kw.items())
print(g(b=1, a=2, **{"c": 3, "A": 4}), g(self=1, args=2, kw=3))
for src in ("f(a=1, a=2)", "f(1=2)", "f(a=1, 2)", "f(**k, *a)", "def f(*): pass", "def f(a=1, b): pass",
            "def f(a, a): pass",
            "def f(**k, a): pass", "def f(*a, *b): pass", "f(x for x in y, 1)", "def f(a, /, b, /): pass"):
    try:
        compile(src, "<t>", "exec")
        print(src, "compiles")
    except SyntaxError as e:
        print(src, "->", e.msg)
