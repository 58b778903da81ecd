import re
print(re.findall("a|b|", "abc"), re.match("|a", "a").group(), re.findall("(?:)", "ab"),
      re.sub("(|a)", "-", "ba"), re.match("(a|)+", "aa").group(), re.findall("ab|a", "aab"))
print(re.match("(?:a|ab)(?:c|bcd)(d*)", "abcd").groups(), re.findall("(a)|(b)|(c)", "cab"),
      re.match("(?:(a)|b)*", "ab").group(1), re.split("|", "ab"), re.match("(x|y)*z", "xyxz").groups())
print(re.fullmatch("(?:a|b)*", "abba") is not None, re.search("c|b|a", "abc").group(),
      re.findall(r"(?:^|,)([^,]*)", "a,,b"))
