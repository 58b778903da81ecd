for n in range(2, 12):
    for d in range(2, n):
        if n % d == 0:
            break
    else:
        print("prime", n)
        continue
    if n == 9:
        break
else:
    print("never")
for x in []:
    print("never")
else:
    print("empty ran else")
print(n, d)
for i in range(3):
    continue
else:
    print("else after continue", i)
