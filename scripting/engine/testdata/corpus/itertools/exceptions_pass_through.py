from itertools import chain, islice, takewhile, accumulate, groupby, starmap, zip_longest
def bad():
    yield 1
    raise ValueError("source failed")

for make in (lambda: chain(bad()), lambda: islice(bad(), 5), lambda: takewhile(bool, bad()),
             lambda: accumulate(bad()), lambda: zip_longest(bad(), "ab"),
             lambda: starmap(lambda x: x, ((x,) for x in bad()))):
    got = []
    try:
        for x in make():
            got.append(x)
    except ValueError as e:
        print(type(make()).__name__, got, e)
try:
    for k, g in groupby(bad()):
        print(k, next(g))
except ValueError as e:
    print(e)
