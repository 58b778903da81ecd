d = {"keys": 1, "x": 2}
print(d["keys"], list(d.keys()))
for action in ("d.x", "d.has_key", "d.iteritems()"):
    try:
        eval(action)
    except AttributeError as e:
        print(type(e).__name__, e)
try:
    d.x = 1
except AttributeError as e:
    print(e)
try:
    d()
except TypeError as e:
    print(e)
