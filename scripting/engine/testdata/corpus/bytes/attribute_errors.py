for action in ("b'a'.encode()", "b'a'.format()", "b'a'.isdecimal()", "bytearray().foo", "(lambda b: b())(b'a')"):
    try:
        eval(action)
    except (AttributeError, TypeError) as e:
        print(type(e).__name__, e)
try:
    b"a".x = 1
except AttributeError as e:
    print(e)
try:
    bytes.upper("a")
except TypeError as e:
    print(e)
print(isinstance(b"", bytes), isinstance(bytearray(), bytes), issubclass(bytes, str))
