for src in ("1 +", "def f(: pass", "if x", "a = = 1", "'unclosed", "return 5", "break", "x = (1",
            "f(a=1, a=2)", "def f(a, a): pass",
            "1 = x", "nonlocal z", "yield 1", "f() = 2", "*a = 1", "lambda: (yield)", "continue", "del f()", "a b"):
    try:
        compile(src, "<test>", "exec")
        print(repr(src), "compiles")
    except SyntaxError as e:
        print(repr(src), "->", type(e).__name__)
