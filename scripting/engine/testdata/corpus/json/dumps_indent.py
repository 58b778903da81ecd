import json
data = {"name": "x", "list": [1, {"k": []}], "empty": {}, "t": (True,)}
print(json.dumps(data, indent=2))
print(json.dumps([1, [2]], indent="\t"))
print(json.dumps([1, {"a": 2}], indent=0))
print(json.dumps([], indent=2), json.dumps({}, indent=2), json.dumps([[]], indent=1, separators=(", ", " = ")))
