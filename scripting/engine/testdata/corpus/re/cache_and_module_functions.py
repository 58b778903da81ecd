import re
re.purge()
for _ in range(3):
    assert re.match("(a+)", "aab").group(1) == "aa"
print(re.RegexFlag.I == re.I, int(re.IGNORECASE),
      re.I.name, re.NOFLAG == 0)
print([f.name for f in (re.I, re.M, re.S, re.X, re.A)], re.I | re.S == re.S | re.I, bool(re.I & re.M),
      (re.I | re.M) & re.I == re.I)
try:
    re.match("a", "a", "flags")
except TypeError as e:
    print(e)
try:
    re.compile("(?L)a")
except re.error as e:
    print(e)
try:
    re.compile("a(?i)b")
except re.error as e:
    print(e)
