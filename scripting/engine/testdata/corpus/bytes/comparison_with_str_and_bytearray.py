print(b"a" == "a", b"a" != "a", b"a" == bytearray(b"a"), bytearray(b"a") == b"a", b"a" == [97])
print(b"a" < b"b", b"a" < b"aa", b"\xff" > b"z", b"Z" < b"a", bytearray(b"a") < b"b")
for action in ("b'a' < 'b'", "b'a' < 1", "bytearray(b'a') > [1]"):
    try:
        eval(action)
    except TypeError as e:
        print(e)
print(sorted([b"b", b"a", b""]), max(b"abc"), min(b"abc"), sum(b"ab"))
