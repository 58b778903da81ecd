d = {}
for arg in ([1], [(1, 2, 3)], ["a"], 5, [("a",)], None, ["abc"]):
    try:
        d.update(arg)
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
try:
    d.update({}, {})
except TypeError as e:
    print(e)
try:
    d.update([("ok", 1), 7])
except TypeError as e:
    print(e, d)
