fs = [lambda: x for x in range(3)]
print([f() for f in fs])
gs = [lambda x=x: x for x in range(3)]
print([g() for g in gs])
def outer(k):
    return [x * k for x in range(3)], {x: k for x in "a"}, sum(k for _ in range(4))
print(outer(5))
print([(lambda y: x + y)(10) for x in range(3)], [f(2) for f in [lambda v: v**x for x in (1, 2)]])
