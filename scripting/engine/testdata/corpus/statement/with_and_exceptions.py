class S:
    def __init__(self, *types):
        self.types = types
    def __enter__(self):
        return self
    def __exit__(self, t, v, tb):
        self.seen = v
        return t is not None and issubclass(t, self.types)

with S(ValueError) as s:
    int("x")
    print("not reached")
print("after", s.seen)
try:
    with S(KeyError) as s:
        1 / 0
except ZeroDivisionError as e:
    print(e, e is s.seen)
for i in range(3):
    with S():
        if i == 1: continue
        print("loop", i)
with S() as s: pass
print(s.seen)
