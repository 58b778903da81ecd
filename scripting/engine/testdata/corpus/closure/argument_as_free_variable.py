def adder(x, *args, k=1, **kw):
    def add(y):
        return x + y + sum(args) + k + len(kw)
    x *= 10
    return add

print(adder(1)(5), adder(1, 2, 3, k=0, z=9)(5))
def swap(f):
    return lambda a, b: f(b, a)
print(swap(pow)(2, 3), swap(swap(divmod))(7, 2), swap(lambda p, q: (p, q))(1, 2))
