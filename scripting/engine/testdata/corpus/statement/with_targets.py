class CM:
    def __init__(self, value):
        self.value = value
    def __enter__(self):
        return self.value
    def __exit__(self, *a):
        return False

with CM((1, (2, 3))) as (a, (b, c)):
    print(a, b, c)
d = {}
with CM(5) as d["k"], CM([6, 7]) as [x, *y]:
    print(d, x, y)
class O: pass
with CM("attr") as O.field: pass
print(O.field)
try:
    with CM(1) as (p, q):
        pass
except TypeError as e:
    print(e)
