print([x for x in b"ab"], list(bytearray(b"ab")), tuple(b"\x00\xff"), dict(enumerate(b"ab")), list(reversed(b"abc")))
print(bytes(x ^ 0x20 for x in b"aBc"), bytes(sorted(b"hello")), bytes(reversed(b"abc")),
      bytes(map(lambda x: x + 1, b"HAL")))
a, b, c = b"xyz"
print(a, b, c, any(b"\0\0"), all(b"ab"), bytes(filter(lambda x: x > 98, b"abcd")))
it = iter(b"a")
print(next(it), next(it, None), type(it).__name__, type(iter(bytearray())).__name__)
