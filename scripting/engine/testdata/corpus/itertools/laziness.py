from itertools import chain, islice, takewhile, starmap, accumulate
def noisy(n):
    for i in range(n):
        print("make", i)
        yield i

it = islice(noisy(10), 2)
print(next(it))
print(list(it))
t = takewhile(lambda x: x < 1, noisy(5))
print(list(t))
c = chain(noisy(1), noisy(1))
print("built")
print(list(c))
print(next(accumulate(noisy(3))), next(starmap(lambda x: x, ((i,) for i in noisy(2)))))
