import re
print(re.findall(r"(\w)\1", "aabbcd"), re.search(r"(?P<q>['\"]).*?(?P=q)", "say 'hi' \"x\"").group(),
      re.match(r"(a)(b)\2\1$", "abba").span())
print(re.sub(r"\b(\w+) \1\b", r"\1", "the the cat cat sat"),
      re.findall(r"<(\w+)>.*?</\1>", "<b>x</b><i>y</b></i>"), re.match(r"(a)?b\1", "b"))
print(re.match(r"(a?)b\1c", "bc").group(), re.match(r"(?i)(x)\1", "xX").group(),
      re.sub(r"(.)\1+", lambda m: f"{m[1]}{len(m[0])}", "aaabccdddd"))
for bad in (r"\2(a)", r"(?P=nope)", r"(a)\3"):
    try:
        re.compile(bad)
    except re.error as e:
        print(e)
