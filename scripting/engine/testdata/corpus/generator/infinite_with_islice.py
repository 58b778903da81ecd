def naturals():
    n = 0
    while True:
        yield n
        n += 1

def take(n, it):
    return [x for _, x in zip(range(n), it)]

def sieve(it):
    p = next(it)
    yield p
    yield from sieve(x for x in it if x % p)

print(take(5, naturals()))
g = naturals()
take(3, g)
print(next(g))
it = naturals()
next(it), next(it)
print(take(10, sieve(it)))
