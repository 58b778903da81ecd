from collections import namedtuple
P = namedtuple("P", "x y")
p = P(1, y=2)
print(p, p.x, p[1], len(p), p == (1, 2), P._fields, p._asdict(), p._replace(x=9), P._make([5, 6]), tuple(p),
      hash(p) == hash((1, 2)))
x, y = p
print(x, y, P(*"ab"), p + (3,), isinstance(p, tuple), P.__name__, type(p).__name__, p.index(2), p < P(1, 3),
      max(P(1, 2), P(0, 9)))
for call in ("P(1)", "P(1, 2, 3)", "P(1, z=2)", "p._replace(q=1)", "P._make([1])", "p.nothing", "p[2]"):
    try:
        eval(call)
    except (TypeError, ValueError, AttributeError, IndexError) as e:
        print(call, "->", type(e).__name__, e)
try:
    p.x = 5
except AttributeError as e:
    print(e)
