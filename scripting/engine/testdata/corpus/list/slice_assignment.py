a = [0, 1, 2, 3, 4]
a[1:3] = ["x"]
print(a)
a[1:1] = (7, 8, 9)
print(a)
a[:] = "hi"
print(a)
a[5:] = [1]
a[-1:] = []
print(a)
a[::2] = [10] * len(a[::2])
print(a)
try:
    a[::2] = [1, 2, 3]
except ValueError as e:
    print(e)
try:
    a[0:1] = 5
except TypeError as e:
    print(e)
try:
    a[::1] = 5
except TypeError as e:
    print(e)
