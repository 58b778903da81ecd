t = (1, 2, 1.0, True, "a")
print(t.count(1), t.count("a"), t.count(9), t.index(2), t.index(1, 1), t.index("a", -1))
for args in ((9,), (2, 2), (1, 4)):
    try:
        t.index(*args)
    except ValueError as e:
        print(type(e).__name__, e)
