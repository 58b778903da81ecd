a = [1]
b = a
print(id(a) == id(b), a is b, id(a) != id([1]), isinstance(id(a), int), id(None) == id(None), id(int) == id(type(5)))
c = a[:]
print(a is c, a == c, id(a) == id(c))
d = {"k": a}
print(d["k"] is a, (lambda x: x)(a) is a, [a, a][0] is [b][0], None is None, (a is not c))
def f(x=[]):
    return x
print(f() is f(), f([]) is f([]))
try:
    id()
except TypeError as e:
    print(e)
