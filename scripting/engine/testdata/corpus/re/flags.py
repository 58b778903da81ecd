import re
print(re.findall("a.c", "a\nc abc"), re.findall("a.c", "a\nc", re.S), re.findall("^b", "a\nb"),
      re.findall("^b", "a\nb", re.M), re.findall("AB", "ab aB", re.I))
p = re.compile(r"""
    (\d+)   # number
    \s*     # gap
    ([a-z]+)  # unit
""", re.VERBOSE | re.IGNORECASE)
print(p.match("5 KM").groups(), p.flags & re.X != 0, re.findall(r"(?i:a)b", "Ab AB"),
      re.findall("(?m)^.$", "a\nb"), re.I | re.M, repr(re.S))
print(re.findall(r"\w+", "naïve café"), re.findall(r"\w+", "naïve", re.A), re.findall(r"\d", "1٢"),
      re.compile("a", re.I), re.compile("É", re.I).match("é") is not None)
print(re.findall(r"(?s).+", "a\nb"), re.findall(r"(?x) a b # c", "ab"), re.match("(?-i:a)b", "aB", re.I) is not None)
