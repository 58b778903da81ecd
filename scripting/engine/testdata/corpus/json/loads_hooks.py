import json
print(json.loads('{"a": {"b": 1}}', object_hook=lambda d: sorted(d)),
      json.loads('{"a": 1, "a": 2}', object_pairs_hook=list), json.loads("[1.5, 2]", parse_float=str),
      json.loads("[1, 2.0]", parse_int=lambda s: s + "!"))
class P:
    def __init__(self, x): self.x = x
def hook(d):
    return P(d["x"]) if d.keys() == {"x"} else d
r = json.loads('[{"x": 1}, {"y": {"x": 2}}]', object_hook=hook)
print(r[0].x, r[1]["y"].x)
from collections import OrderedDict
print(json.loads('{"b": 1, "a": 2}', object_pairs_hook=OrderedDict))
try:
    json.loads('{"a": 1}', object_hook=lambda d: d["zz"])
except KeyError as e:
    print("KeyError", e)
