for n in (0, 1, -1, 12345678, 10**20):
    print("{0:f} {0:.1f} {0:e} {0:g} {0:.2%}".format(n))
try:
    "{:f}".format(10**400)
except OverflowError as e:
    print(type(e).__name__, e)
print("{:.3f} {:010.2f} {:,.1f}".format(True, -3, 10**9))
