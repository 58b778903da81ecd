def f():
    if (local := 5):
        pass
    return local
print(f())
def g():
    global made
    (made := "global")
g()
print(made)
def h():
    n = 0
    def inc():
        nonlocal n
        return (n := n + 1)
    inc(); inc()
    return n
print(h(), (lambda: (q := 3) + q)())
try:
    print(q)
except NameError as e:
    print(e)
