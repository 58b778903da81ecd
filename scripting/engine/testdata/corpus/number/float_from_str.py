for s in ("1.5", " -2 ", "1e3", ".5", "5.", "1_0.0_1", "inf", "-Infinity", "nan", "+1E-2", "1e400", "1e-400"):
    print(s, float(s))
for s in ("", "abc", "1.2.3", "1e", "0x10", "1__0", "1 2", "."):
    try:
        float(s)
    except ValueError as e:
        print(e)
for bad in (None, [1], 1j):
    try:
        float(bad)
    except TypeError as e:
        print(e)
print(float(), float(3), float(True))
