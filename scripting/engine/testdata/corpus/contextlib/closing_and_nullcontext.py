from contextlib import closing, nullcontext
class R:
    def __init__(self): self.open = True
    def close(self):
        self.open = False
        print("closed")

with closing(R()) as r:
    print(r.open)
print(r.open)
try:
    with closing(R()):
        raise ValueError("x")
except ValueError as e:
    print(e)
try:
    with closing(5): pass
except AttributeError as e:
    print(e)
with nullcontext() as n, nullcontext("v") as v:
    print(n, v)
def gen():
    try:
        yield 1
    finally:
        print("gen closed")
with closing(gen()) as g:
    print(next(g))
