import json
for x in (None, True, False, 1, -2.5, 1e20, 1e-7, 10**30, "a", "é\n\"\\/\x01", [], [1, [2]], {},
          {"a": {"b": None}}, (1, 2), "😀", "\x7f", 1.0, -0.0):
    print(json.dumps(x))
print(json.dumps("é", ensure_ascii=False), json.dumps([1, 2], separators=(",", ":")),
      json.dumps({"b": 1, "a": 2}, sort_keys=True))
