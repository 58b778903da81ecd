s = "abc"
big = 10**30
print(s[:big], s[-big:], s[big:] == "", s[::big], s[::-big], [1, 2][-big:big], range(5)[:big])
for seq in (s, [1], (1,), b"x", range(3)):
    try:
        seq[big]
    except IndexError as e:
        print(type(e).__name__, e)
