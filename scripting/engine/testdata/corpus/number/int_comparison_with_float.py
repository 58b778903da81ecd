print(1 == 1.0, 2**53 == float(2**53), 2**53 + 1 == float(2**53), 2**53 + 1 > 2.0**53, 10**400 > 1e308)
print(1 < 1.5 < 2, 3 > 2.9999999999999996, 0.1 + 0.2 == 0.3, 0.1 + 0.2 > 0.3, -1 < -0.5)
for action in ("1 < 'a'", "1 < None", "1.5 >= 'x'", "1j < 2", "1 > []"):
    try:
        eval(action)
    except TypeError as e:
        print(e)
print(1 == "1", 1 != None, 1j == 1, 1 + 0j == 1)
