x = 1
del x
try:
    x
except NameError as e:
    print(e)
a, b, l, d = 1, 2, [0, 1, 2, 3], {"k": 1}
del a, (b), l[0], l[-1:], d["k"]
print(l, d)
for src in ("del undefined", "del l[9]", "del d['zz']", "del l.x", "del (1).x", "del 'abc'[0]"):
    try:
        exec(src)
    except Exception as e:
        print(src, "->", type(e).__name__, e)
for src in ("del f()", "del 1", "del x + 1", "del [a, b]", "del (a, b)", "del a if b else c", "del None"):
    try:
        compile(src, "<t>", "exec")
        print(src, "compiles")
    except SyntaxError as e:
        print(src, "->", e.msg)
