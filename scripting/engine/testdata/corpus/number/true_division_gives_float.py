print(6 / 3, 7 / 2, -7 / 2, 1 / 3, 10**30 / 10**29, 2**1000 / 2**999)
print(type(4 / 2).__name__, 0 / 5, -0 / 5, 0 / -5, 1e308 * 10 / 10)
try:
    10**400 / 3
except OverflowError as e:
    print(type(e).__name__, e)
try:
    float(10**400)
except OverflowError as e:
    print(e)
print(10**400 // 10**399)
