for s in ("abc", "_", "a1", "1a", "", "a-b", "é", "class", "a b", "ª", "x\n"):
    print(repr(s), s.isidentifier())
try:
    "a".isidentifier(1)
except TypeError as e:
    print(e)
