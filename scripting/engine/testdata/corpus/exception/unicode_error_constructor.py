e = UnicodeDecodeError("utf-8", b"ab\xff", 2, 3, "bad byte")
print(e, e.object, e.start, e.end, e.reason, e.encoding)
e = UnicodeEncodeError("ascii", "aéb", 1, 2, "no")
print(e, ascii(e.object))
e = UnicodeEncodeError("ascii", "aéèb", 1, 3, "no")
print(e)
print(UnicodeTranslateError("x", 0, 1, "why"), issubclass(UnicodeDecodeError, ValueError))
for args in (("utf-8",), ("utf-8", "str", 0, 1, "r"), (1, b"", 0, 1, "r")):
    try:
        UnicodeDecodeError(*args)
    except TypeError as err:
        print(err)
