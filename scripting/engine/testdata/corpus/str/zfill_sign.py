for s in ("42", "-42", "+7", "", "-", "abc", "--1", "+-1"):
    print(repr(s.zfill(5)), repr(s.zfill(1)))
print("-0042".zfill(3), "é".zfill(3))
try:
    "1".zfill("3")
except TypeError as e:
    print(e)
try:
    "1".zfill()
except TypeError as e:
    print(e)
