fs = [lambda: i for i in range(3)]
print([f() for f in fs])
fs = [lambda i=i: i for i in range(3)]
print([f() for f in fs])
def make(i):
    return lambda: i
print([f() for f in [make(i) for i in range(3)]])
funcs = {}
for name in ("a", "b"):
    def f():
        return name
    funcs[name] = f
print(funcs["a"](), funcs["b"]())
