ns = {}
exec("x = 1\ndef f(n): return n + x", ns)
print(ns["f"](5), eval("x + 1", ns), eval("a * b", {"a": 3}, {"b": 4}), eval(" 1 + 1 "))
exec("y = x * 10", ns)
print(ns["y"], sorted(k for k in ns if k != "__builtins__"))
code = compile("3 * 7", "<c>", "eval")
print(eval(code), eval("[i for i in range(3)]"))
for src in ("1 +", "x = 1", "undefined_name", ""):
    try:
        eval(src)
    except (SyntaxError, NameError) as e:
        print(repr(src), type(e).__name__)
print(exec("pass"))
