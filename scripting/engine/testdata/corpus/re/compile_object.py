import re
p = re.compile(r"(?P<a>x)(y)", re.I)
print(p, repr(p), p.pattern, p.groups, dict(p.groupindex), p == re.compile(r"(?P<a>x)(y)", re.I),
      hash(p) == hash(re.compile(r"(?P<a>x)(y)", re.I)))
print(re.compile(p) is p, type(p).__name__, p.match("XY").groups(), p.fullmatch("xyz"), p.sub("-", "axyb"),
      p.subn("", "xyxy"), p.split("1xy2"))
print(re.compile(b"a"), re.compile("a\n"), re.compile("a/b", re.M | re.S), re.match("(.)(.)?", "a"))
try:
    re.compile(p, re.M)
except ValueError as e:
    print(e)
try:
    re.compile(5)
except TypeError as e:
    print(e)
