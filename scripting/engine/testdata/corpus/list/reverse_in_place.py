a = [1, 2, 3]
print(a.reverse(), a, a[::-1], list(reversed(a)))
b = a
b.reverse()
print(a is b, a)
it = reversed([1, 2])
print(next(it), next(it), next(it, "done"), type(it).__name__)
try:
    a.reverse(1)
except TypeError as e:
    print(e)
