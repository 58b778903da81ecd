a = b = "old"
try:
    a, b = [1]
except ValueError as e:
    print(a, b, e)
d = {}
try:
    d["x"], d[[]] = 1, 2
except TypeError as e:
    print(d, e)
l = [0]
try:
    l[0], l[5] = "set", "fails"
except IndexError as e:
    print(l, e)
def gen():
    yield 1
    raise KeyError("mid")
try:
    a, b = gen()
except KeyError as e:
    print(a, b, e)
