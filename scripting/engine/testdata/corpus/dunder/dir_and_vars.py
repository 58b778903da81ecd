class A:
    def __dir__(self):
        return ["b", "a"]

print(dir(A()))
class B:
    x = 1
    def f(self): pass
b = B()
b.y = 2
print([n for n in dir(b) if not n.startswith("_")], vars(b), "__class__" in dir(b))
try:
    vars(5)
except TypeError as e:
    print(e)
class C:
    def __dir__(self):
        return 5
try:
    dir(C())
except TypeError as e:
    print(e)
