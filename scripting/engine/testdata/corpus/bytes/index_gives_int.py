b = b"abc"
print(b[0], b[-1], b[1:2], b[0:1] == b"a", list(b), [hex(x) for x in b])
for index in (3, -4):
    try:
        b[index]
    except IndexError as e:
        print(type(e).__name__, e)
try:
    bytearray(b"a")[5]
except IndexError as e:
    print(e)
for index in ("0", 1.0, None):
    try:
        b[index]
    except TypeError as e:
        print(e)
