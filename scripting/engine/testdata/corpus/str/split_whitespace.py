print("a b  c".split(), " a\t\nb ".split(), "".split(), "   ".split())
print("a b c d".split(None, 2), " a  b  c ".split(None, 1), "a b".split(maxsplit=0))
print("a\u00a0b\u2003c".split(), "a\x1cb\x85c".split())
print("a b c".rsplit(None, 1), " a b  c ".rsplit(maxsplit=1), "  ".rsplit())
try:
    "a b".split(None, None)
except TypeError as e:
    print(e)
