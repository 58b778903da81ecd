for s in ("abcdef", [0, 1, 2, 3, 4, 5], tuple("uvwxyz"), b"ABCDEF", range(6)):
    print(s[1:4], s[:2], s[4:], s[-2:], s[:-4], s[2:2], s[4:2], s[0:100], s[-100:2])
try:
    "abc"["a":]
except TypeError as e:
    print(e)
