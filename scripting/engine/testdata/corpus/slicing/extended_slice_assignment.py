a = list(range(8))
a[1::2] = "wxyz"
print(a)
a[::-1] = range(8)
print(a)
del a[::3]
print(a)
a[10:] = ["end"]
a[2:0] = ["ins"]
print(a)
for bad in ([1], range(10), ""):
    try:
        a[::2] = bad
    except ValueError as e:
        print(e)
