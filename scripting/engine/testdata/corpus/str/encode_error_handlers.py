s = "aé€b"
for how in ("ignore", "replace", "backslashreplace", "xmlcharrefreplace", "namereplace"):
    print(how, s.encode("ascii", how))
for codec in ("ascii", "latin-1"):
    try:
        s.encode(codec)
    except UnicodeEncodeError as e:
        print(type(e).__name__, e)
        print(e.encoding, e.start, e.end, e.reason, e.object == s)
try:
    "é".encode("ascii", "bogus")
except LookupError as e:
    print(e)
print("a".encode("ascii", "bogus"))
