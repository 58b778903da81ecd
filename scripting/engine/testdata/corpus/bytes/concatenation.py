print(b"a" + b"b", b"ab" * 2, 3 * b"x", b"a" * -1, b"a" + bytearray(b"b"), bytearray(b"a") + b"b")
for action in ("b'a' + 'b'", "b'a' + 1", "'a' + b'b'", "b'a' * 'x'", "b'a' * 1.5", "bytearray(b'a') + 'x'",
               "b'' + [1]"):
    try:
        eval(action)
    except TypeError as e:
        print(action, "->", e)
