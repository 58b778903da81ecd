a = b = bytearray(b"x")
a += b"yz"
a *= 2
print(b, a is b)
a += bytearray(b"!")
print(b)
for value in ("s", 5):
    try:
        a += value
    except TypeError as e:
        print(e)
a[len(a):] = b"end"
print(b)
