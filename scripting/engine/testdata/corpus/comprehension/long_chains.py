print(sum([i * j for i in range(30) for j in range(30) if (i + j) % 7 == 0]))
primes = [p for p in range(2, 60) if all(p % q for q in range(2, int(p**0.5) + 1))]
print(primes)
print([(a, b, c) for a in range(1, 20) for b in range(a, 20) for c in range(b, 25) if a * a + b * b == c * c])
print(len([1 for a in range(20) for b in range(20) if a < b]), "".join(chr(97 + (i * 7) % 26) for i in range(26)))
print({w: sum(1 for x in "abracadabra" if x == w) for w in sorted(set("abracadabra"))})
