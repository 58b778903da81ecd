s = "abcdefgh"
for a, b, c in ((None, None, 2), (1, None, 3), (None, None, -1), (6, 1, -2), (-1, -5, -1), (None, 2, -1),
                (2, None, -1),
                (0, 8, 100), (7, 0, -100), (None, None, -3), (10, -10, -4)):
    print((a, b, c), repr(s[a:b:c]), list(range(8))[a:b:c])
