b = b"abcdef"
print(b[1:3], b[::-1], b[::2], b[-2:], b[10:], b[4:1:-1], b[:])
a = bytearray(b)
print(a[1:3], type(a[1:3]).__name__, a[::-1])
try:
    b[::0]
except ValueError as e:
    print(e)
try:
    b["a":]
except TypeError as e:
    print(e)
