print("aé€".encode(), "aé".encode("latin-1"), "a".encode("ascii"))
print("é€😀".encode("utf-16-le"), "a".encode("utf-16-be"), "é".encode("utf-32-be"))
print("aé".encode("UTF8"), "é".encode("iso-8859-1"), "aé".encode(encoding="utf_8"))
try:
    "a".encode("no-such")
except LookupError as e:
    print(type(e).__name__, e)
try:
    "a".encode(5)
except TypeError as e:
    print(e)
