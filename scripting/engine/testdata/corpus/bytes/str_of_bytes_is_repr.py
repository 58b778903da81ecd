b = b"caf\xc3\xa9"
print(str(b), str(b, "utf-8"), b.decode(), "%s" % b, "{}".format(b), f"{b!r:>20}")
try:
    f"{b:>10}"
except TypeError as e:
    print(e)
try:
    "{:d}".format(b)
except TypeError as e:
    print(e)
print("x" + str(b"y"), [b"z"], {b"k": bytearray(b"v")})
