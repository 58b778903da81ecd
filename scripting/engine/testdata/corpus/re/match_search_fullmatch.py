import re
print(re.match(r"\d+", "12ab").group(), re.match(r"\d", "a1"), re.search(r"\d", "a1").span(),
      re.fullmatch(r"\d+", "12"), re.fullmatch(r"\d", "12"))
m = re.search("b+", "abbbc")
print(m, m.start(), m.end(), m.span(), m.string, m.pos, m.endpos, m.re.pattern, bool(m), m[0])
print(re.match("", "x"), re.search("$", "ab").span(), re.match("a|ab", "ab").group(),
      re.fullmatch("a|ab", "ab").group())
for args in ((5, "x"), ("x", 5), ("x", b"x"), (b"x", "x"), ("x", None)):
    try:
        re.match(*args)
    except TypeError as e:
        print(e)
