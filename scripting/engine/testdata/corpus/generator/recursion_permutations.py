def perms(items):
    if len(items) < 2:
        yield tuple(items)
        return
    for i, x in enumerate(items):
        for rest in perms(items[:i] + items[i + 1:]):
            yield (x,) + rest

print(list(perms("abc")) == [tuple(p) for p in ("abc", "acb", "bac", "bca", "cab", "cba")])
print(sum(1 for _ in perms(list(range(5)))), next(perms([])), list(perms([1])))
def inorder(t):
    if t:
        left, v, right = t
        yield from inorder(left)
        yield v
        yield from inorder(right)
print(list(inorder((((None, 1, None), 2, None), 3, (None, 4, None)))))
