import re
print(re.findall(r"\w+(?=:)", "a: b c:"), re.findall(r"\b\w+\b(?!:)", "a: b c:"),
      re.findall(r"(?<=\$)\d+", "$5 6 $70"), re.findall(r"(?<!\$)\b\d+", "$5 6 $70"))
print(re.sub(r"(?<=\d)(?=(\d{3})+$)", ",", "1234567"),
      re.match(r"(?=.*\d)(?=.*[a-z]).{4,}$", "ab12") is not None, re.search(r"(?<=ab|cd)x", "cdx").start())
print(re.split(r"(?<=,)", "a,b,c"), re.split(r"(?=[A-Z])", "helloWorldAgain"), re.findall(r"(?<=(a))b", "ab"))
try:
    re.compile(r"(?<=a+)b")
except re.error as e:
    print(e)
