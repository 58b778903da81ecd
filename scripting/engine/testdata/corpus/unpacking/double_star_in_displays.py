a = {"x": 1}
b = {"x": 2, "y": 3}
print({**a, **b}, {**b, **a}, {"z": 0, **a, "x": 9}, {**{}}, {**a, **{"n": {**b}}})
class M:
    def keys(self):
        return ["p", "q"]
    def __getitem__(self, k):
        return k.upper()
print({**M()}, dict(**M()), (lambda **k: k)(**M(), r=1))
for src in ("{**[1]}", "{**None}", "{**'ab'}", "dict(**5)", "dict(**{1: 2})"):
    try:
        eval(src)
    except TypeError as e:
        print(src, "->", e)
