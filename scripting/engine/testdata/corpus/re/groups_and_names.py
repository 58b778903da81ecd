import re
m = re.match(r"(?P<y>\d{4})-(?P<m>\d\d)(-(\d\d))?", "2024-05")
print(m.group(), m.group(0), m.group(1), m.group("m"), m.group(1, "m", 3), m.groups(), m.groups("none"),
      m.groupdict(), m["y"], m[2])
print(m.start("m"), m.span(3), m.end(4), m.lastindex, m.lastgroup, m.re.groups, m.re.groupindex, len(m.regs))
for key in (9, "zz", -1, None, 1.5):
    try:
        m.group(key)
    except IndexError as e:
        print(type(e).__name__, e)
try:
    m[7]
except IndexError as e:
    print(e)
print(re.match("(a)|(b)", "b").groups(), re.match("(a)*", "aaa").group(1), re.match("(a)?", "").group(1),
      re.match("((a)(b))", "ab").groups())
