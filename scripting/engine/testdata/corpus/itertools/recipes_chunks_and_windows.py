from itertools import islice, tee, zip_longest
def chunks(it, n):
    it = iter(it)
    while chunk := list(islice(it, n)):
        yield chunk
def windows(it, n):
    its = tee(it, n)
    for i, t in enumerate(its):
        next(islice(t, i, i), None)
    return zip(*its)
def grouper(it, n, fill=None):
    return zip_longest(*[iter(it)] * n, fillvalue=fill)

print(list(chunks(range(7), 3)), list(chunks("", 2)), list(windows("abcde", 3)), list(windows("ab", 3)),
      list(grouper("abcde", 2, "-")))
try:
    list(chunks([1], -1))
except ValueError as e:
    print(e)
