import re
print(re.escape("a.b*c"), re.escape("a b-c_d\n"), re.escape("é€"), re.escape(b"a.b"), re.escape(""),
      re.escape("^$[]{}()|?+#&~/'\""))
s = "1+1=2 (really?)"
print(re.fullmatch(re.escape(s), s) is not None, re.sub(re.escape("+"), "-", s))
try:
    re.escape(5)
except TypeError as e:
    print(type(e).__name__)
