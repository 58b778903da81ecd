raw = b"ok\xff\xfe.txt"
name = raw.decode("utf-8", "surrogateescape")
print(ascii(name), len(name))
print(name.encode("utf-8", "surrogateescape") == raw)
try:
    name.encode("utf-8")
except UnicodeEncodeError as e:
    print(e)
print(name.encode("utf-8", "replace"), name.encode("ascii", "surrogateescape"))
print(repr("\udc80"), "\ud800".encode("utf-8", "surrogatepass"))
