def f(a, b=1): pass
def g(): pass
class C:
    def m(self, x): pass

for call in ("f(1, c=2)", "f(1, a=2)", "f(1, 2, b=3)", "g(x=1)", "C().m(1, y=2)", "C().m(1, x=2)", "C(q=1)",
             "len(obj=[])",
             "print(1, foo=2)", "f(**{'a': 1, 'z': 2})", "int(x=1)", "sorted([], foo=1)"):
    try:
        eval(call)
    except TypeError as e:
        print(call, "->", e)
