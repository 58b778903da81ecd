for width in (0, 3, 6, 7, 8):
    print(repr("abc".center(width)), repr("abc".ljust(width, ".")), repr("abc".rjust(width, "*")))
print("ab".center(5, "-"), "abc".center(6, "-"), "abcd".center(7, "-"))
try:
    "a".center(5, "xy")
except TypeError as e:
    print(e)
try:
    "a".ljust("5")
except TypeError as e:
    print(e)
try:
    "a".rjust(5, 1)
except TypeError as e:
    print(e)
