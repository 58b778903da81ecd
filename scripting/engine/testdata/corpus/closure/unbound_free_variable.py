def f():
    def g():
        return later
    try:
        g()
    except NameError as e:
        print(type(e).__name__, e)
    later = "now"
    print(g())
    del later
    try:
        g()
    except NameError as e:
        print(e)
f()
