_, x, _ = (1, 2, 3)
print(_, x)
a, a, a = "xyz"
print(a)
first, *_, last = range(10)
print(first, last, len(_))
(a, b), *rest = [(1, 2), (3, 4), (5, 6)]
print(a, b, rest)
name, ext = "file.tar.gz".rsplit(".", 1)
key, sep, value = "a=b=c".partition("=")
print(name, ext, key, value)
