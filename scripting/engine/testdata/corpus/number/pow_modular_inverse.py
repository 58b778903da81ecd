for base, mod in ((3, 11), (10, 17), (2, 9), (-3, 11)):
    inverse = pow(base, -1, mod)
    print(base, mod, inverse, base * inverse % mod)
try:
    pow(2, -1, 8)
except ValueError as e:
    print(type(e).__name__, e)
print(pow(2, 10**6, 10**9 + 7), pow(5, 0, 1), pow(-5, 1, 3), pow(7, 3, -10))
