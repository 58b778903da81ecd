import base64, binascii
for f, arg in ((base64.b64decode, "abc"), (base64.b64decode, "a"), (base64.b32decode, "abc"),
               (base64.b32decode, "NBSWY3D1"), (base64.b16decode, "6a"), (base64.b16decode, "6"),
               (base64.b85decode, b"\x7f")):
    try:
        print(f(arg))
    except (binascii.Error, ValueError) as e:
        print(f.__name__, arg, "->", type(e).__name__, e)
try:
    base64.b64decode("a!Gk=", validate=True)
except binascii.Error as e:
    print(e)
for f, arg in ((base64.b64encode, "str"), (base64.b64decode, 5), (base64.b64decode, "é")):
    try:
        f(arg)
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
