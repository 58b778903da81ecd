from __future__ import annotations

def f(a: undefined_one, b: list[nope] = None) -> "quoted":
    pass
class A:
    x: whatever.deep
    y: 1 + 2 = 3
print(f.__annotations__)
print(A.__annotations__, A.y)
