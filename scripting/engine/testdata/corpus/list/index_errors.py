a = [1, 2]
for index in (2, -3, 10**30):
    try:
        a[index]
    except IndexError as e:
        print(type(e).__name__, e)
try:
    a[5] = 0
except IndexError as e:
    print(e)
for index in ("0", 1.0, None, (0, 1)):
    try:
        a[index]
    except TypeError as e:
        print(e)
print(a[True], a[-True])
