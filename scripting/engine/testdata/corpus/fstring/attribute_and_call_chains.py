class P:
    def __init__(self, x):
        self.x = x
        self.parts = {"a": [x, x * 2]}
    def twice(self, k=2):
        return P(self.x * k)

p = P(3)
print(f"{p.x} {p.twice().x} {p.twice(k=5).x:03} {p.parts['a'][1]} {p.parts['a'][0]:>{p.x}}")
try:
    f"{p.y}"
except AttributeError as e:
    print(e)
try:
    f"{p.parts['b']}"
except KeyError as e:
    print(e)
