import json
values = [0, -1, 2**70, 0.1, 1e-300, "", "tab\t", "\u2028", [[], {}, [None]], {"": ""},
          {"nested": {"list": [1, {"deep": True}]}}, "\ud83d"]
for v in values:
    s = json.dumps(v)
    assert json.loads(s) == v, v
    print(s)
print(json.loads(json.dumps((1, (2,)))), json.loads(json.dumps({1: 2})),
      json.dumps(json.loads('{"z":1,  "a":[1,2]}')))
