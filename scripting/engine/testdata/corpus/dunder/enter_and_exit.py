class CM:
    def __init__(self, swallow=False):
        self.swallow = swallow
    def __enter__(self):
        print("enter")
        return "value"
    def __exit__(self, t, v, tb):
        print("exit", t.__name__ if t else None, v, tb is not None)
        return self.swallow

with CM() as v:
    print(v)
with CM(True):
    raise ValueError("swallowed")
try:
    with CM():
        raise KeyError("passes")
except KeyError as e:
    print("caught", e)
for i in range(3):
    with CM():
        if i == 0:
            continue
        break
