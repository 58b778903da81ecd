class A:
    x = 1
    def __getattribute__(self, name):
        if name == "secret":
            raise AttributeError("hidden")
        value = super().__getattribute__(name)
        return f"<{value}>" if name in ("x", "y") else value
    def __getattr__(self, name):
        return f"fallback({name})"

a = A()
a.y = 2
print(a.x, a.y, a.secret, a.z, vars(a), object.__getattribute__(a, "x"))
print(A.x, getattr(a, "x"), hasattr(a, "anything"))
