print(list(enumerate("ab")), list(enumerate("ab", 5)), list(enumerate([], 1)), list(enumerate("a", start=-1)))
e = enumerate(x for x in "xy")
print(next(e), list(e), type(e).__name__)
for i, (a, b) in enumerate([(1, 2), (3, 4)], start=10**20):
    print(i, a, b)
for call in ("enumerate(5)", "enumerate()", "enumerate('a', 'b')", "enumerate('a', 1.5)",
             "enumerate('a', 1, 2)", "enumerate(iterable='ab', start=1)"):
    try:
        print(list(eval(call)))
    except TypeError as e:
        print(call, "->", e)
