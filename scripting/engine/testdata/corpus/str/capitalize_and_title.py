for s in ("hello world", "ABC", "", "1abc def", "they're bill's", "ÉCOLE ß", "a-b_c"):
    print(repr(s.capitalize()), repr(s.title()), repr(s.swapcase()))
print("ǆ".title(), "ß".capitalize(), "ŉ".upper())
try:
    "a".title(1)
except TypeError as e:
    print(e)
