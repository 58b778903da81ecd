s = "aé€😀"
print(len(s), s[0], s[1], s[-1], s[2], list(s), [ord(c) for c in s])
for index in (4, -5):
    try:
        s[index]
    except IndexError as e:
        print(type(e).__name__, e)
for index in ("0", 1.0, None):
    try:
        s[index]
    except TypeError as e:
        print(e)
try:
    s[0] = "b"
except TypeError as e:
    print(e)
try:
    del s[0]
except TypeError as e:
    print(e)
