def nothing(): pass
def bare(): return
def many(): return 1, 2
def early(x):
    if x:
        return "early"

print(nothing(), bare(), many(), early(1), early(0))
a, b = many()
print(a + b, type(nothing()).__name__, (lambda: None)() is None)
def gen_or_none(flag):
    if flag:
        return (yield 1)
print(list(gen_or_none(False)), list(gen_or_none(True)))
