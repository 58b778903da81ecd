class A:
    x = 1
    def __getattr__(self, name):
        if name.startswith("dyn_"):
            return name[4:]
        raise AttributeError(f"custom: no {name}")

a = A()
print(a.x, a.dyn_foo, hasattr(a, "dyn_z"), hasattr(a, "other"), getattr(a, "q", "default"))
try:
    a.other
except AttributeError as e:
    print(e, e.name, e.obj is a)
class Loop:
    def __getattr__(self, name):
        return self.missing
try:
    Loop().x
except RecursionError as e:
    print(type(e).__name__)
