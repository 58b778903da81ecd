import json
try:
    json.loads('{\n  "a": 1,\n  "b": oops\n}')
except json.JSONDecodeError as e:
    print(type(e).__name__, e, e.msg, e.pos, e.lineno, e.colno, repr(e.doc[:5]), isinstance(e, ValueError))
try:
    json.loads("[1]]")
except json.JSONDecodeError as e:
    print(e, e.args)
e = json.JSONDecodeError("msg", "ab\ncd", 4)
print(e, e.lineno, e.colno, e.pos)
try:
    json.loads(b"\xff")
except UnicodeDecodeError as e:
    print(type(e).__name__)
