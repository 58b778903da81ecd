print(2**10, 2**-1, (-2)**3, -2**2, 2**0.5, 0**0, 0.0**0, (-8)**2, 2**100)
print(pow(2, 10), pow(2, 10, 1000), pow(3, -1, 7), pow(-3, 3, 5), pow(2, 3, -5), 4**-2, (-1)**101)
print(2**3**2, (2**3)**2, 10**20, 10.0**-3)
for args in ((2, -1, 4), (2.0, 3, 5), (2, 3, 5.0), ("2", 3)):
    try:
        print(pow(*args))
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
try:
    10.0**400
except OverflowError as e:
    print(type(e).__name__, e)
