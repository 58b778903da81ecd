d = {b"a": 1, "a": 2}
print(len(d), d[b"a"], d["a"], d[bytes([97])], hash(b"xy") == hash(bytes(b"xy")))
try:
    hash(bytearray(b"a"))
except TypeError as e:
    print(type(e).__name__, e)
try:
    {bytearray(): 1}
except TypeError as e:
    print(e)
print(b"a" in {b"a", b"b"}, bytearray(b"a") in [b"a"])
