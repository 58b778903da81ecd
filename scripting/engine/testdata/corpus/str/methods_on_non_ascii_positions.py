s = "naïve café — 東京"
print(len(s), s.index("é"), s.split(), s.rfind("京"))
print(s.replace("ï", "i"), s[2:4], s[::-1], s.center(20, "·"))
print(s.partition("—"), s.title(), s.encode()[-3:])
print(s.find("京", 5, 14), s.count("é"), "東" in s)
