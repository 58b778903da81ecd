def one(a): pass
def two(a, b): pass
def three(a, b, c): pass
def kw(*, k): pass
def kws(*, k, l, m=1, n): pass
def both(a, *, k): pass

for call in ("one()", "two()", "two(1)", "two(b=1)", "three()", "three(1)", "kw()", "kws()", "kws(l=1)",
             "both()", "both(1)", "both(k=1)"):
    try:
        eval(call)
    except TypeError as e:
        print(call, "->", e)
