it = iter([1, None])
print(next(it), next(it), next(it, "default"), next(it, None))
try:
    next(it)
except StopIteration as e:
    print(repr(e))
for call in ("next(5)", "next([1])", "next()", "next(iter([]), 1, 2)", "next('abc', 0)", "next(range(3))"):
    try:
        eval(call)
    except TypeError as e:
        print(call, "->", e)
d = {"a": 1}
print(next(iter(d)), next(iter(d.items())), next((x for x in (1, 2, 3) if x > 1), None), next(iter(()), "empty"))
