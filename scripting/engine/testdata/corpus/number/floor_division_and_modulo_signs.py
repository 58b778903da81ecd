for a in (7, -7):
    for b in (3, -3):
        print(a, b, a // b, a % b, divmod(a, b), a // float(b), a % float(b))
print(0 // 5, 5 // -10, -1 % 10**20, 7.5 // 2, -7.5 // 2, 7.5 % -2, -0.0 // 1)
print(1 // 0.3, 1 % 0.1, divmod(-5.5, 2))
