print("..//a/b//".rstrip("/"), "..//a/b//".lstrip("./"), "0001.500".strip("0"), "abc".rstrip("abc") == "")
print("path/".rstrip("/") + "/", "éàé".strip("é"), "a\n\n".rstrip("\n"), repr("\ufeffx".strip()))
print("xyx".lstrip("x").rstrip("x"), "  x".lstrip(" "), "-_-".strip("-_") or "empty")
s = "same"
print(s.strip() == s, s.strip("z") == s)
for name in ("strip", "lstrip", "rstrip"):
    try:
        getattr(s, name)(b"x")
    except TypeError as e:
        print(e)
