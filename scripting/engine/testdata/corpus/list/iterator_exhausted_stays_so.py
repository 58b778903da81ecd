a = [1]
it = iter(a)
print(next(it), next(it, None))
a.append(2)
print(next(it, "still ended"))
it = iter(a)
print(it.__length_hint__(), next(it), it.__length_hint__())
try:
    next(iter([]))
except StopIteration as e:
    print(type(e).__name__, repr(e), e.value)
