x = 1
def set_x(v):
    global x
    x = v
def make(name):
    global y, z
    y = z = name
    class K:
        global in_class
        in_class = "set in class"

set_x(5)
make("m")
print(x, y, z, in_class)
def loop():
    global i
    for i in range(3): pass
loop()
print(i)
for src in ("def f():\n x = 1\n global x", "def f(x):\n global x", "def f():\n print(x)\n global x"):
    try:
        compile(src, "<t>", "exec")
    except SyntaxError as e:
        print(e.msg)
