import re
print(re.findall("a", "banana"), re.findall("(a)(n)?", "banana"), re.findall("x(y)?", "xxy"),
      re.findall("a*", "baac"), re.findall("z", "b"), re.findall("(?:a)b", "ab"))
for m in re.finditer(r"(\w)(\d)", "a1 b2"):
    print(m.span(), m.groups(), m.group(2))
it = re.finditer("a", "aa")
print(next(it).start(), next(it).start(), next(it, None))
p = re.compile("o")
print(p.findall("foo boo", 3), p.findall("foo", 0, 2), [m.start() for m in p.finditer("foo boo", 2)],
      p.search("foo", 2).span(), p.match("oo", 1).span())
