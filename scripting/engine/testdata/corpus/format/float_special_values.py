inf, nan = float("inf"), float("nan")
print("{0} {0:f} {0:e} {0:g} {0:F} {0:G} {0:+} {0:8}| {0:08} {0:%} {0:.2f} {0:,}".format(inf))
print("{0} {0:F} {1} {1:f} {1:010f} {1: }".format(nan, -inf))
for spec in ("d", "x", "c"):
    try:
        format(nan, spec)
    except ValueError as e:
        print(e)
