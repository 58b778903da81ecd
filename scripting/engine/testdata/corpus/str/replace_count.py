s = "aaaa"
print(s.replace("a", "b"), s.replace("a", "b", 2), s.replace("a", "", 3), s.replace("a", "b", 0))
print(s.replace("aa", "x"), s.replace("", "-"), s.replace("", "-", 2), s.replace("z", "y"), s.replace("a", "b", -1))
print("".replace("", "x"), "é".replace("é", "e"), "abc".replace("b", "bbb"))
try:
    s.replace("a")
except TypeError as e:
    print(e)
try:
    s.replace("a", 1)
except TypeError as e:
    print(e)
try:
    s.replace("a", "b", count=1)
except TypeError as e:
    print(e)
