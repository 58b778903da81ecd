if (n := len("abc")) > 2:
    print("long", n)
print((x := 5) + x, x, [y := 1, y**2, y + 1], (a := 1, b := 2), a, b)
while (line := "ab"[len("") if n else 0:n]) and n > 1:
    print(line, n)
    n -= 1
def f(v):
    return v
print(f(z := 3), z, f(v=(w := 4)), w)
for src in ("x := 1", "(x.y := 1)", "(x[0] := 1)", "f(a=b := 1)", "((a, b) := 1)", "(x := 1) = 2",
            "x = y := 0", "lambda: x := 1"):
    try:
        compile(src, "<t>", "exec")
        print(src, "ok")
    except SyntaxError as e:
        print(src, "->", type(e).__name__)
