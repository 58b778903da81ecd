x = 5
try:
    len(x)
except TypeError as e:
    print(e)
try:
    1 in x
except TypeError as e:
    print(e)
for use in ("list(x)", "x[1:2]", "max(x)", "a, b = x", "[*x]", "dict(x)", "print(*x)"):
    try:
        exec(use)
    except TypeError as e:
        print(use, "->", e)
