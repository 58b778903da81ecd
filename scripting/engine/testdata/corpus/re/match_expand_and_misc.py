import re
m = re.search(r"(?P<first>\w+) (?P<second>\w+)", "hello big world")
print(m.expand(r"\2 \1"), m.expand(r"\g<second>-\g<first>-\g<0>"), m.start(1), m.end("second"), m.re.sub("x", "a b"))
print(m.groupdict(), list(m.groupdict()), m.lastgroup, m.__class__.__name__, str(m))
try:
    m.expand(r"\5")
except re.error as e:
    print(e)
try:
    m.start("zz")
except IndexError as e:
    print(e)
import copy
print(copy.copy(m) is m, m == m, [m][0] is m)
