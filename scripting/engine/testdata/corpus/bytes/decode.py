print(b"abc".decode(), "é€".encode().decode("utf-8"), b"\xe9".decode("latin-1"), bytearray(b"q").decode("ascii"))
print(b"a\xffb".decode("utf-8", "replace"), b"a\xffb".decode("utf-8", "ignore"),
      b"\xff".decode("ascii", "backslashreplace"))
print(ascii(b"\xff".decode("utf-8", "surrogateescape")), b"a\0b\0".decode("utf-16-le"),
      b"\xff\xfea\0".decode("utf-16"))
for args in (("no-such",), (5,), ("utf-8", "bogus")):
    try:
        b"\xff".decode(*args)
    except (LookupError, TypeError) as e:
        print(type(e).__name__, e)
