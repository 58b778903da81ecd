for s in ("ab", "é", "東京", "e\u0301"):
    print(len(s), s.ljust(4, "_"), s.rjust(4, "_"), s.zfill(4), f"{s:^6}|")
try:
    "é".ljust(4, "ab")
except TypeError as e:
    print(e)
