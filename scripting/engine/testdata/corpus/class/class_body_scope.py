x = "global"
class A:
    x = "class"
    y = [x for _ in range(2)]
    z = [i for i in [x]]
    def f(self):
        return x
    if x == "class":
        cond = True
    for i in range(3):
        pass
    del x

print(A.y, A.z, A().f(), A.cond, A.i, hasattr(A, "x"))
try:
    class B:
        print(undefined_name)
except NameError as e:
    print(e)
