print(str(), str(5), str(None), str("x"), str([1]), str(b"ab"), str(1.0))
print(str(b"\xc3\xa9", "utf-8"), str(b"a\xff", "ascii", "replace"), str(b"x", encoding="ascii"))
for args in (("a", "utf-8"), (5, "ascii"), (b"\xff", "utf-8")):
    try:
        str(*args)
    except (TypeError, UnicodeDecodeError) as e:
        print(type(e).__name__, e)
class S:
    def __str__(self):
        return 5
try:
    str(S())
except TypeError as e:
    print(e)
