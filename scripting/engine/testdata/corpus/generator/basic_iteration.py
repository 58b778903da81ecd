def count(n):
    print("started")
    for i in range(n):
        yield i
    print("ended")

g = count(2)
print(type(g).__name__, iter(g) is g, hasattr(g, "__next__"))
print(next(g), next(g))
try:
    next(g)
except StopIteration as e:
    print(repr(e))
print(next(g, "default"), list(g))
for x in count(1):
    print(x)
