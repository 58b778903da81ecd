class A:
    k = 1
    def __init__(self):
        self.b, self.a = 2, 1

print(vars(A()), [n for n in dir(A()) if not n.startswith("__")],
      sorted(n for n in vars(A) if not n.startswith("__")))
print("append" in dir([]), "upper" in dir(""), "__len__" in dir(()), "k" in dir(A),
      [n for n in dir({}) if not n.startswith("_")])
def f():
    z, y = 1, 2
    return dir(), vars()
print(f())
for call in ("vars(5)", "vars([])", "vars(1, 2)", "dir(1, 2)"):
    try:
        eval(call)
    except TypeError as e:
        print(call, "->", e)
import math
print("pi" in vars(math), "sqrt" in dir(math))
