a, *b = [1, 2, 3]
*c, d = "xyz"
e, *f, g = range(2)
print(a, b, c, d, e, f, g)
*all, = (1, 2)
[h, *i] = {"k": 1, "l": 2}
(j, *k), l = [1, 2, 3], 4
print(all, h, i, j, k, l, type(f).__name__)
for bad in ("a, *b, c = [1]", "*a, = 5", "a, *b = None"):
    try:
        exec(bad)
    except (ValueError, TypeError) as err:
        print(err)
