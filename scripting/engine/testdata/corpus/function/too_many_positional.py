def none(): pass
def one(a): pass
def two(a, b=1): pass
def kw(a, *, k): pass
def kw2(a=1, *, k=2): pass

for call in ("none(1)", "none(1, 2)", "one(1, 2)", "two(1, 2, 3)", "kw(1, 2)", "kw(1, 2, k=3)", "kw2(1, 2)",
             "kw2(1, 2, 3, k=1)",
             "one(1, 2, 3, 4)"):
    try:
        eval(call)
    except TypeError as e:
        print(call, "->", e)
