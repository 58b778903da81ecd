class T:
    def __init__(self, n):
        self.n = n
        print("make", n)
    def __enter__(self):
        print("enter", self.n)
        return self
    def __exit__(self, *exc):
        print("exit", self.n, exc[0])

with T(1) as a, T(2) as b:
    print("body", a.n, b.n)
with (T(3) as c, T(4)):
    print("parenthesised", c.n)
with T(5):
    with T(6) as d: print(d.n)
def f():
    with T(7):
        return "returned"
print(f(), a.n)
