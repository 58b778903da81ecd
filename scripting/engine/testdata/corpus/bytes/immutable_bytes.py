b = b"abc"
try:
    b[0] = 65
except TypeError as e:
    print(type(e).__name__, e)
try:
    del b[0]
except TypeError as e:
    print(e)
try:
    b.append(1)
except AttributeError as e:
    print(e)
c = b
c += b"d"
print(b, c)
