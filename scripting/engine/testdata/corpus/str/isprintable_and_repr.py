for s in ("abc", "", "a\nb", "\t", "é", "\x7f", "\xa0", "\xad", "\u200b", "\ue000", " ", "😀", "\u2028"):
    print(s.isprintable(), repr(s), ascii(s))
try:
    "a".isprintable(1)
except TypeError as e:
    print(e)
