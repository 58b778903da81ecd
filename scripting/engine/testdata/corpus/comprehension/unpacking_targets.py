pairs = [(1, "a"), (2, "b")]
print([a * b for a, b in pairs], {b: a for a, b in pairs}, [k for k, *rest in ["xyz", "p"]])
print([rest for _, *rest in ["xyz", "p"]], [(a, c) for a, (b, c) in [(1, (2, 3))]], [x for x, in [(1,), (2,)]])
try:
    [a for a, b in [(1, 2), (3,)]]
except ValueError as e:
    print(e)
class T: pass
print([T.attr for T.attr in range(2)], T.attr)
d = {}
print([d["k"] * 10 for d["k"] in (1, 2)], d)
