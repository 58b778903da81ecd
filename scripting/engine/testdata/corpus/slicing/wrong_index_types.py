for seq in ("abc", [1], (1,), b"a"):
    for index in ("'x'", "1.0", "None", "(0, 1)"):
        try:
            seq[eval(index)]
        except TypeError as e:
            print(e)
for part in (("a", None), (None, 1.5)):
    try:
        [1, 2][slice(*part)]
    except TypeError as e:
        print(e)
