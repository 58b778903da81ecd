print(dict(), dict({}), dict(a=1, b=2))
print(dict([("x", 1), ("y", 2)], z=3, x=0))
print(dict(zip("abc", range(3))))
print(dict({"a": 1}, **{"b": 2}))
for args in ((1,), ([1, 2],), ({}, {}), ("ab",)):
    try:
        print(dict(*args))
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
copy = dict(d := {"k": [1]})
print(copy == d, copy is d, copy["k"] is d["k"])
