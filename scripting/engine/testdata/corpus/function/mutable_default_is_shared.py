def add(x, items=[]):
    items.append(x)
    return items

print(add(1), add(2), add(3, []), add(4))
n = 10
def g(x=n):
    return x
n = 20
print(g())
fs = [lambda i=i: i for i in range(3)]
print([f() for f in fs], [f(9) for f in fs])
def h(a, b=(lambda: [])()):
    return b
print(h(1) is h(2))
