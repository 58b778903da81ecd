eg = ExceptionGroup("several", [ValueError("v"), TypeError("t"), ExceptionGroup("in", [KeyError("k")])])
print(eg, len(eg.exceptions), eg.message, repr(eg))
print(repr(eg.subgroup(ValueError)), eg.subgroup(OSError))
match, rest = eg.split(KeyError)
print(repr(match), "|", repr(rest))
for args in (("m", []), ("m", [5]), (5, [ValueError()]), ("m", 5), ("m",)):
    try:
        ExceptionGroup(*args)
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
