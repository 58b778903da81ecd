def tag(f=None, *, name="div"):
    def deco(func):
        return lambda *a: f"<{name}>{func(*a)}</{name}>"
    return deco if f is None else deco(f)

@tag
def a(x):
    return x

@tag(name="b")
def b(x):
    return x

print(a(1), b(2), tag(str)(3), tag()(str)(4))
try:
    tag(1, "b")
except TypeError as e:
    print(e)
try:
    tag(5)(1)
except TypeError as e:
    print(e)
