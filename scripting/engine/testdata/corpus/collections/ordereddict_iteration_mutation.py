from collections import OrderedDict
d = OrderedDict(a=1, b=2, c=3)
try:
    for k in d:
        del d[k]
except RuntimeError as e:
    print(type(e).__name__, e)
d = OrderedDict(a=1, b=2)
try:
    for k in d:
        d[k + "x"] = 0
except RuntimeError as e:
    print(e)
d = OrderedDict(a=1, b=2)
for k in list(d):
    d.move_to_end(k, last=False)
print(d, d.keys(), d.values(), d.items(), next(reversed(d)))
