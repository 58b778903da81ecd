import json
class A: pass
for bad in (A(), {1, 2}, b"bytes", 1j, [object()], {"k": range(3)}, len, A, ..., float):
    try:
        json.dumps(bad)
    except TypeError as e:
        print(e)
loop = []
loop.append(loop)
try:
    json.dumps(loop)
except ValueError as e:
    print(type(e).__name__, e)
d = {}
d["d"] = [d]
try:
    json.dumps(d)
except ValueError as e:
    print(e)
