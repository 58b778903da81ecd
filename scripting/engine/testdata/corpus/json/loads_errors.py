import json
for bad in ("", " ", "{", "[1,", "[1 2]", "{'a': 1}", '{"a" 1}', '{"a": }', "[1,]", '{"a": 1,}', "tru", "nul",
            "01", "1.", ".5", "+1", "-", '"abc', '"\n"', '"\\x"', '"\\u12"', "[1] x",
            "{1: 2}", "'a'", "NaN1", "\ufeff[]", '["a', "//c"):
    try:
        print(repr(bad), json.loads(bad))
    except ValueError as e:
        print(repr(bad), "->", e)
