import re
print(re.findall(r"\w+", "東京 naïve_1 ½ ²"), re.findall(r"\s", "a\u00a0b\u2003c"),
      re.findall("[α-ω]+", "abcαβγ"), re.search("é", "cafe\u0301 café").span())
print(re.sub(r"\u00e9", "e", "é"), re.findall(r"\x41|\N{EURO SIGN}", "A€"), re.match("(?i)straße", "STRASSE"),
      re.match("(?i)ſ", "S") is not None, re.findall(r"(?a)\w", "aé"))
print([m.span() for m in re.finditer(".", "😀a")], re.split("—", "a—b"), re.findall(r"\b\w", "été à l'eau"))
