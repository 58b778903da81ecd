len = lambda x: "shadowed"
print(len([1]))
del len
print(len([1]))
def f():
    list = (1, 2)
    return list
print(f(), list("ab"))
x = "module"
def g(flag):
    if flag:
        x = "local"
    return x
try:
    print(g(True))
    g(False)
except UnboundLocalError as e:
    print(e)
