import json
print(json.dumps({1: "a", 2.5: "b", True: "c", None: "d", "e": "f"}))
print(json.dumps({"b": 1, "a": 2, "C": 3}, sort_keys=True), json.dumps({1: "int", "1": "str"}))
for bad in ({(1, 2): 3}, {b"k": 1}, {frozenset(): 1}):
    try:
        json.dumps(bad)
    except TypeError as e:
        print(e)
print(json.dumps({(1, 2): 3, "ok": 4}, skipkeys=True))
try:
    json.dumps({1: 0, "a": 0}, sort_keys=True)
except TypeError as e:
    print(e)
