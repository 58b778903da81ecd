print("%d %d %d %i" % (1.9, -1.9, True, 2e20))
for bad in (float("inf"), float("nan")):
    try:
        print("%d" % bad)
    except (OverflowError, ValueError) as e:
        print(type(e).__name__, e)
print("%f %f %e %g" % (float("inf"), float("-inf"), float("nan"), float("inf")), "%5.1f|" % float("nan"))
print("%.1f %.2f %.0f" % (0.25, 1.005, 0.5), "%f" % 10**20, "%s" % 1e16)
