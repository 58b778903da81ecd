class Frozen:
    def __init__(self, x):
        object.__setattr__(self, "x", x)
    def __setattr__(self, name, value):
        raise AttributeError(f"cannot set {name} to {value!r}")
    def __delattr__(self, name):
        raise AttributeError(f"cannot delete {name}")

f = Frozen(1)
for action in ("f.x = 2", "f.new = 3", "f.x += 1", "del f.x", "setattr(f, 'k', 0)", "delattr(f, 'x')"):
    try:
        exec(action)
    except AttributeError as e:
        print(action, "->", e)
print(f.x, vars(f))
f.__dict__["x"] = 5
print(f.x)
