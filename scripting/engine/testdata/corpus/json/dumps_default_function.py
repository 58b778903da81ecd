import json
class P:
    def __init__(self, x): self.x = x

def encode(o):
    if isinstance(o, P):
        return {"x": o.x}
    if isinstance(o, (set, frozenset)):
        return sorted(o)
    raise TypeError(f"cannot encode {type(o).__name__}")

print(json.dumps([P(1), {3, 1}, {"p": P([P(2)])}], default=encode), json.dumps(1j, default=str),
      json.dumps([b"a"], default=repr))
try:
    json.dumps(b"x", default=encode)
except TypeError as e:
    print(e)
class Enc(json.JSONEncoder):
    def default(self, o):
        return "encoded" if isinstance(o, P) else super().default(o)
print(json.dumps(P(1), cls=Enc), Enc().encode([P(2)]))
try:
    json.dumps(A, cls=Enc) if "A" in globals() else json.dumps({1}, cls=Enc)
except TypeError as e:
    print(e)
