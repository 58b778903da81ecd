import re
s = "aB3_ \t-é.]"
for p in (r"\w", r"\W", r"\s", r"\S", r"\d", r"\D", "[a-c3]", "[^a-z]", r"[\w.]", r"[\]\-]", "[-a]", "[]]",
          "[^]]", r"[\d\s]", ".", r"\.", "[é-ë]"):
    print(p, re.findall(p, s))
