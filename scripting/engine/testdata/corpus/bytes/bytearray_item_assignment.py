a = bytearray(b"hello")
a[0] = 72
a[-1] = ord("O")
print(a)
for value in (256, -1, "x", b"x", None, 1.0):
    try:
        a[0] = value
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
try:
    a[10] = 1
except IndexError as e:
    print(e)
