a = list(range(10))
del a[0], a[-1]
print(a)
del a[1:3]
print(a)
del a[::2]
print(a)
del a[5:]
del a[:]
print(a)
try:
    del a[0]
except IndexError as e:
    print(type(e).__name__, e)
try:
    del [1]["x"]
except TypeError as e:
    print(e)
