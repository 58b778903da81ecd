a = [0, 1, 2, 3, 4]
print(a.pop(), a.pop(0), a.pop(-2), a)
for index in (5, -6):
    try:
        a.pop(index)
    except IndexError as e:
        print(type(e).__name__, e)
try:
    [].pop()
except IndexError as e:
    print(e)
try:
    a.pop("0")
except TypeError as e:
    print(e)
try:
    a.pop(1.0)
except TypeError as e:
    print(e)
