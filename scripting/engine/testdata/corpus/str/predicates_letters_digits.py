samples = ["", "abc", "ABC", "aB1", "123", "²", "½", "١٢", " ", "\n", "Title Case", "é", "_x"]
for s in samples:
    flags = [getattr(s, n)() for n in ("isalnum", "isalpha", "isascii", "isdecimal", "isdigit",
                                       "isnumeric", "isspace", "islower", "isupper", "istitle")]
    print(ascii(s), "".join("ny"[f] for f in flags))
