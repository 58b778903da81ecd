import codecs
print(codecs.encode("Hello", "rot13"), codecs.decode("Uryyb", "rot_13"), codecs.encode(b"ab", "hex"),
      codecs.decode("6162", "hex"), codecs.encode("é", "utf-8"), codecs.decode(b"\xe9", "latin-1"))
print(codecs.lookup("utf8").name, codecs.BOM_UTF8, codecs.encode(b"hi", "base64"),
      codecs.decode(b"\xef\xbb\xbfa", "utf-8-sig"))
try:
    codecs.lookup("nope")
except LookupError as e:
    print(e)
try:
    codecs.encode("é", "ascii")
except UnicodeEncodeError as e:
    print(e)
