import re
s = "<a><b>"
print(re.match("<.*>", s).group(), re.match("<.*?>", s).group(), re.findall("a{2}", "aaaaa"),
      re.findall("a{2,3}", "aaaaa"), re.findall("a{2,3}?", "aaaaa"), re.findall("a{,2}", "aaa"))
print(re.match("a??b", "ab").group(), re.match("(a+)(a*)", "aaa").groups(),
      re.match("(a+?)(a*)", "aaa").groups(), re.match("(?:ab)+", "ababa").group(), re.findall("x{2}|x", "xxx"))
print(re.match("a*+b", "aab") is not None, re.match("a*+ab", "aab"), re.match("(?>a+)b", "aab").group(),
      re.match("(?>a|ab)c", "abc"), re.findall("a{2}", "aa"))
