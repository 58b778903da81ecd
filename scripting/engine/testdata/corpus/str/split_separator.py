print("a,b,,c".split(","), ",".split(","), "".split(","), "a,b,c".split(",", 1), "a--b-c".split("--"))
print("a,b,c".rsplit(",", 1), "a,b,c".rsplit(",", 0), "aXXbXXXc".rsplit("XX"), "aaa".split("aa"))
print("a,b".split(",", -1), "a,b".split(sep=",", maxsplit=5))
try:
    "a".split("")
except ValueError as e:
    print(type(e).__name__, e)
try:
    "a".split(1)
except TypeError as e:
    print(e)
try:
    "a".split(b",")
except TypeError as e:
    print(e)
