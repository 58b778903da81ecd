class Base:
    a: int = 1
class Sub(Base):
    b: str
class Bare(Base):
    pass
print(Base.__annotations__, Sub.__annotations__,
      Bare.__annotations__ if "__annotations__" in vars(Bare) else "none of its own")
class Conditional:
    if True:
        x: int
    else:
        y: int
    for i in range(2):
        z: float = i
print(Conditional.__annotations__, Conditional.z)
Sub.__annotations__["c"] = bytes
print(Sub.__annotations__)
for src in ("x: int, y: int = 1, 2", "f(): int", "1: int", "(a, b): int", "[a]: int", "x: int: str"):
    try:
        compile(src, "<t>", "exec")
    except SyntaxError as e:
        print(src, "->", type(e).__name__)
