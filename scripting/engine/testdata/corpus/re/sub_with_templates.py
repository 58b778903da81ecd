import re
print(re.sub("a", "b", "banana"), re.sub("a", "b", "banana", 2), re.sub(r"(\w)(\d)", r"\2\1", "a1 b2"),
      re.sub(r"(?P<x>\d)", r"<\g<x>>", "a1"), re.sub(r"(\d)", r"\g<1>0", "5"))
print(re.sub("x*", "-", "abxd"), re.sub("", "-", "ab"), re.sub(r"\s+", " ", " a  b\n"),
      re.sub("a", r"\n\t\\", "a"), re.subn("a", "b", "aaa"), re.subn("z", "", "aa"))
print(re.sub(r"(a)|b", r"[\1]", "ab"), re.sub("a", "\\g<0>\\g<0>", "a"), re.sub(".", "", "abc"),
      re.sub("a", "", ""), re.sub(r"^", "> ", "a\nb", flags=re.M))
for repl in (r"\2", r"\g<zz>", r"\q", r"\g<", r"\g<1a>", r"\g"):
    try:
        re.sub("(a)", repl, "a")
    except (re.error, IndexError) as e:
        print(repl, "->", type(e).__name__, e)
