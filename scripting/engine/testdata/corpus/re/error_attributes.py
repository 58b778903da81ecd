import re
try:
    re.compile("ab\n(cd")
except re.error as e:
    print(type(e).__name__, str(e), e.msg, e.pos, e.lineno, e.colno, repr(e.pattern), isinstance(e, Exception))
try:
    re.match("[a", "x")
except re.error as e:
    print(e)
try:
    re.compile(b"(")
except re.error as e:
    print(e, e.pattern)
print(re.error.__mro__[1].__name__, re.error.__module__)
e = re.error("message")
print(e, e.msg, e.pattern, e.pos)
