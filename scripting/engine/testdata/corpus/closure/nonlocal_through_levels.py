def a():
    x = "a"
    def b():
        def c():
            nonlocal x
            x = "changed by c"
        c()
        return x
    return b(), x

print(a())
def outer():
    x = 1
    def mid():
        x = 2
        def low():
            nonlocal x
            x = 3
        low()
        return x
    return mid(), x
print(outer())
for src in ("def f():\n nonlocal zz", "nonlocal q", "def f(a):\n def g():\n  nonlocal a, b",
            "def f(x):\n nonlocal x"):
    try:
        compile(src, "<t>", "exec")
    except SyntaxError as e:
        print(e.msg)
