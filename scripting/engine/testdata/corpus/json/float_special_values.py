import json
print(json.dumps([float("nan"), float("inf"), -float("inf")]), json.loads("[NaN, Infinity, -Infinity]"),
      json.dumps(0.1 + 0.2), json.dumps(1e16), json.dumps(123456789.125))
for bad in (float("nan"), [float("inf")], {"k": -float("inf")}):
    try:
        json.dumps(bad, allow_nan=False)
    except ValueError as e:
        print(e)
print(json.loads("1e400"), json.loads("-0.0"), json.loads("1E2"), type(json.loads("1.0")).__name__,
      json.loads("123456789012345678901234567890"))
def no(c):
    raise ValueError("constant " + c)
try:
    json.loads("[NaN]", parse_constant=no)
except ValueError as e:
    print(e)
