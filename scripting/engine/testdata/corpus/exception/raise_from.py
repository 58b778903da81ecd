try:
    try:
        int("x")
    except ValueError as err:
        raise RuntimeError("wrapped") from err
except RuntimeError as e:
    print(repr(e), "|", repr(e.__cause__), e.__cause__ is e.__context__, e.__suppress_context__)
try:
    raise KeyError("a") from OSError
except KeyError as e:
    print(repr(e.__cause__))
for cause in (5, "x", int):
    try:
        raise ValueError("v") from cause
    except TypeError as e:
        print(e)
