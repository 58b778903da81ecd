data = [1, 5, 2, 8]
print([y for x in data if (y := x * 2) > 5], y)
total = 0
print([total := total + x for x in data], total)
print(any((hit := x) > 4 for x in data), hit)
def f():
    [last := i for i in range(3)]
    return last
print(f())
for src in ("[x := 1 for x in y]", "[i for i in (j := [1])]", "class A:\n [q := 1 for _ in x]"):
    try:
        compile(src, "<t>", "exec")
        print(src, "ok")
    except SyntaxError as e:
        print(e.msg)
