for s in ("5", " 5 ", "5.0", "abc", "", "0x1f", "1_000", "١"):
    try:
        print(repr(s), int(s))
    except ValueError as e:
        print(e)
print("5" * 3, "5" == 5, "5" + str(5), int("5") + 5)
try:
    "5" + 5
except TypeError as e:
    print(e)
try:
    sum(["a", "b"])
except TypeError as e:
    print(e)
try:
    sum(["a"], "")
except TypeError as e:
    print(e)
