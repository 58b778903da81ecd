x = "global x"
def f(a, b=2):
    c = 3
    snapshot = dict(locals())
    return snapshot, globals()["x"]

print(f(1))
globals()["made"] = 5
print(made, "made" in globals(), "f" in globals(), locals() is globals())
class A:
    attr = 1
    names = sorted(n for n in locals() if not n.startswith("__"))
print(A.names)
