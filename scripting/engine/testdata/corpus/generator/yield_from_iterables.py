def chain(*its):
    for it in its:
        yield from it

print(list(chain("ab", [1, 2], {"k": 0}, range(2), (x for x in "z"))))
def f():
    r = yield from [1, 2]
    print("list gives", r)
print(list(f()))
def bad():
    yield from 5
try:
    list(bad())
except TypeError as e:
    print(e)
def tree(t):
    if isinstance(t, list):
        for x in t:
            yield from tree(x)
    else:
        yield t
print(list(tree([1, [2, [3, []], 4]])))
