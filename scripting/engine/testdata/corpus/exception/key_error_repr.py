for key in ("k", 5, (1, 2), "it's", None, ""):
    try:
        {}[key]
    except KeyError as e:
        print(str(e), "|", repr(e), "|", e.args)
print(str(KeyError()), str(KeyError("a", "b")), str(LookupError("k")), repr(KeyError([1])))
