from dataclasses import dataclass
@dataclass
class P:
    x: int
    y: int = 0
    name: str = "p"

p = P(1)
print(p, P(1, 2, "q"), P(x=3, name="z"), p == P(1), p != P(2), p == (1, 0, "p"), P.y, vars(p), P.__annotations__)
p.x = "any type"
print(p, P.__doc__, P.__match_args__)
for call in ("P()", "P(1, 2, 3, 4)", "P(1, z=2)", "P(1) < P(2)", "hash(P(1))", "P.x"):
    try:
        eval(call)
    except (TypeError, AttributeError) as e:
        print(call, "->", type(e).__name__, e)
