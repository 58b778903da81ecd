import json
print(list(json.JSONEncoder().iterencode([1, {"a": "b"}])), json.JSONEncoder(sort_keys=True, indent=None,
    separators=(",", ":")).encode({"b": 1, "a": [1, 2]}))
d = json.JSONDecoder()
print(d.decode(" [1] "), d.raw_decode('{"a": 1} trailing'), d.raw_decode("[1][2]", 3))
try:
    d.raw_decode("   [1]")
except ValueError as e:
    print(e)
def stream(text):
    pos = 0
    while pos < len(text):
        value, pos = d.raw_decode(text, pos)
        yield value
        pos += len(text[pos:]) - len(text[pos:].lstrip())
print(list(stream('1 [2] {"a": 3} "x"')))
