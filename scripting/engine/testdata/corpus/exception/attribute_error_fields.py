class A:
    pass

try:
    A().foo
except AttributeError as e:
    print(e, e.name, type(e.obj).__name__)
for action in ("None.x", "(5).y", "'a'.z", "[].foo", "len.bar", "A.cls_attr", "(lambda: 0).q", "A().x.y",
               "print.a = 1",
               "(1).x = 2", "None.a = 3"):
    try:
        exec(action)
    except AttributeError as e:
        print(action, "->", e)
e = AttributeError("m", name="n", obj=1)
print(e, e.args, e.name, e.obj)
