s = "hello"
print(s.startswith("he"), s.startswith(""), s.startswith(("x", "he")), s.startswith(()))
print(s.startswith("l", 2), s.startswith("l", 2, 3), s.startswith("ll", 2, 3), s.startswith("", 9))
print(s.endswith("lo"), s.endswith(("a", "o")), s.endswith("l", 0, 4), s.endswith("hello", -5))
for bad in (1, ["h"], (1,), None):
    try:
        s.startswith(bad)
    except TypeError as e:
        print(e)
try:
    s.endswith(b"o")
except TypeError as e:
    print(e)
