x: int = 5
y: "later"
z: list[int] = []
print(__annotations__, x, "y" in globals())
class A:
    a: int
    b: str = "s"
    self_ref: "A" = None
print(A.__annotations__, hasattr(A, "a"), A.b)
def f():
    local: undefined_is_not_evaluated = 1
    other: int
    return local
print(f(), hasattr(f, "__annotations__"), f.__annotations__)
class O: pass
o = O()
o.attr: int = 3
l = [0]
l[0]: str = "set"
(p): int = 4
print(o.attr, l, p, sorted(__annotations__))
