print(",".join(["a", "b"]), "".join("abc"), "-".join(()), "x".join(["only"]))
print(",".join({"k": 1, "l": 2}), "|".join(c * 2 for c in "ab"), "ab".join("12"))
for bad in ([1], ["a", None], ["a", b"b"], 5):
    try:
        ",".join(bad)
    except TypeError as e:
        print(e)
try:
    ",".join("a", "b")
except TypeError as e:
    print(e)
