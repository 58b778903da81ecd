def f(a: int, b: "text" = 5, *args: str, k: list = None, **kw: dict) -> bool:
    return a

print(f("not int"), f.__annotations__)
def g(x: print("evaluated at def")): pass
print(g.__annotations__)
h = lambda x: x
print(h.__annotations__, f.__annotations__["return"] is bool)
try:
    def bad(x: undefined_name): pass
except NameError as e:
    print(e)
