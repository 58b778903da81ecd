def gcd(a, b):
    while b:
        a, b = b, a % b
    return abs(a)

print(gcd(48, 36), gcd(-12, 18), gcd(0, 5), gcd(2**80, 6**40))
print([n for n in range(2, 50) if all(n % d for d in range(2, int(n**0.5) + 1))])
def factors(n):
    d, out = 2, []
    while n > 1:
        while n % d == 0:
            out.append(d)
            n //= d
        d += 1
    return out
print(factors(360), factors(97), factors(2**20), factors(1))
