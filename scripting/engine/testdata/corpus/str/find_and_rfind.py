s = "abcabc"
print(s.find("b"), s.find("b", 2), s.find("b", 2, 4), s.find("z"), s.find(""), s.find("", 6), s.find("", 7))
print(s.rfind("b"), s.rfind("b", 0, 4), s.rfind("z"), s.rfind(""), s.rfind("", 0, 3))
print(s.find("c", -1), s.find("c", -100), s.find("a", None, None))
print("né€x".find("x"), "né€x".rfind("é"))
try:
    s.find(1)
except TypeError as e:
    print(e)
try:
    s.find("a", "b")
except TypeError as e:
    print(e)
