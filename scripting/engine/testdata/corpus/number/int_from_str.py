print(int("42"), int(" -7\n"), int("+3"), int("1_000"), int("007"), int("0b11", 0), int("0xFF", 16), int("z", 36))
print(int("0o17", 0), int("-0x1f", 0), int("11", base=2), int("0", 0), int("00", 0))
for args in (("",), ("1.5",), ("abc",), ("1__0",), ("_1",), ("0x1",), ("12", 2), ("010", 0), ("9", 8), ("- 1",)):
    try:
        print(int(*args))
    except ValueError as e:
        print(e)
for args in (("1", 37), ("1", 1), ("1", -1), (1, 10), (None,), ([1],)):
    try:
        int(*args)
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
