def f(*args, **kw):
    return args, kw

print(f(*[1], 2, *(3,), *"4", a=5, *[6], **{"b": 7}, c=8))
print(f(*[], **{}), f(*{"k": 1}), f(*range(2), *range(2)), f(**dict(x=1), **dict(y=2)))
head, *tail = f(1, 2, z=3)
print(head, tail)
args, kwargs = (1, 2), {"sep": "+"}
print(*args, **kwargs)
