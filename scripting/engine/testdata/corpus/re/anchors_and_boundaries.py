import re
s = "one two\nthree\n"
for p in (r"^\w+", r"\w+$", r"\A\w+", r"\w+\Z", r"\bt\w+", r"\Bo", r"$", r"^", r"\Z"):
    print(p, [m.span() for m in re.finditer(p, s)], [m.span() for m in re.finditer(p, s, re.M)])
print(re.findall(r"\b", "a b"), re.search(r"a$", "a\n").span(), re.search(r"a\Z", "a\n"),
      re.fullmatch(r"a$", "a"), re.match(r"x*", "").span())
