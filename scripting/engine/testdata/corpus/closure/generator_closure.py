def numbers(start):
    n = start
    def skip(k):
        nonlocal n
        n += k
    def gen():
        nonlocal n
        while n < 10:
            yield n
            n += 1
    return gen(), skip

g, skip = numbers(2)
print(next(g), next(g))
skip(3)
print(next(g), list(g))
