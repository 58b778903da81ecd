import json
for s in ("null", "true", "[1, 2.5, -3e2]", '{"a": {"b": []}}', '"\\u00e9\\n\\"\\/"', ' [ 1 , 2 ] ',
          '"\\ud83d\\ude00"', "0", "-0", '{"a": 1, "a": 2}', '""', "{}", "[[[]]]"):
    print(json.loads(s), type(json.loads(s)).__name__)
print(json.loads(b'{"k": "\xc3\xa9"}'), json.loads(bytearray(b"[1]")), json.loads("[1]".encode("utf-16")))
for bad in (5, None, [1]):
    try:
        json.loads(bad)
    except TypeError as e:
        print(e)
