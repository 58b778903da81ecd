s = {5, 3, 9, 1}
print(sorted(s), sorted(s, reverse=True), max(s), min(s), sum(s), len(s))
print(list(map(str, sorted(s))), any(s), all(s), 3 in s)
for action in (lambda: s[0], lambda: s[0:1], lambda: s + {1}, lambda: s * 2, lambda: reversed(s)):
    try:
        action()
    except TypeError as e:
        print(e)
