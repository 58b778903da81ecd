d = {"a": 1}
for key in ("b", 7, (1, "x"), None, b"q", ""):
    try:
        d[key]
    except KeyError as e:
        print(type(e).__name__, e, e.args)
try:
    del d["zz"]
except KeyError as e:
    print(repr(e), isinstance(e, LookupError))
