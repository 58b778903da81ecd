def f(a, *, key, opt="o"):
    return a, key, opt

print(f(1, key=2), f(1, opt=3, key=4))
try:
    f(1, 2)
except TypeError as e:
    print(e)
try:
    f(1)
except TypeError as e:
    print(e)
def g(*args, sep="-", **rest):
    return sep.join(map(str, args)), rest
print(g(1, 2), g(1, 2, sep="+"), g(sep="/", x=1))
