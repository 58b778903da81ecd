t = tuple("abcdef")
print(t[1:3], t[::-1], t[-2:], t[10:], t[::2], t[4:1:-1])
print(t[:] is t, t[0], t[-1])
for index in (6, -7, "1", 1.5):
    try:
        t[index]
    except (IndexError, TypeError) as e:
        print(type(e).__name__, e)
try:
    t[::0]
except ValueError as e:
    print(e)
