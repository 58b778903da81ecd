import re
print(re.split(",", "a,b,,c"), re.split(r"\s*;\s*", "a ; b;c"), re.split("(,)", "a,b"),
      re.split("(a)|b", "xaybz"), re.split(",", "a,b,c", 1), re.split(",", ""))
print(re.split("x*", "axbc"), re.split(r"\b", "hi there"), re.split("z", "abc"),
      re.split(r"(\d)(\w)?", "a1bc2"), re.split("a", "aba"), re.split("", "ab"))
print(re.compile("[;,]").split("a,b;c", maxsplit=1), re.split(b",", b"a,b"))
