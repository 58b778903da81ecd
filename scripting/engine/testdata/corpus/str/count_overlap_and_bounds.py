s = "banana"
print(s.count("a"), s.count("ana"), s.count(""), s.count("x"))
print(s.count("a", 2), s.count("a", 2, 4), s.count("a", -1), s.count("", 6), s.count("", 7))
print("".count(""), "aaaa".count("aa"))
try:
    s.count(1)
except TypeError as e:
    print(e)
try:
    s.count()
except TypeError as e:
    print(e)
