a = bytearray(b"abcdef")
a[1:3] = b"XYZ"
print(a)
a[:0] = [1, 2]
print(a)
a[::2] = b"." * len(a[::2])
print(a)
del a[0:3], a[-1]
print(a)
a[2:] = bytearray(b"!")
print(a)
for value in ("str", 5, [300]):
    try:
        a[0:1] = value
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
try:
    a[::2] = b"toolong"
except ValueError as e:
    print(e)
