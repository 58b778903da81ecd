class A:
    """Doc of A."""
    attr: int = 1
    def f(self):
        """Doc of f."""

print(A.__doc__, A.f.__doc__, A().f.__doc__, A.__module__, A.__annotations__)
print(sorted(k for k in vars(A) if not k.startswith("__")), type(vars(A)).__name__)
try:
    A.__dict__["x"] = 1
except TypeError as e:
    print(e)
A.__doc__ = "changed"
print(A.__doc__, A().__doc__, type(A.__dict__["f"]).__name__)
a = A()
a.__dict__["k"] = 5
print(a.k, a.__dict__)
a.__dict__ = {"z": 1}
print(vars(a), a.attr)
