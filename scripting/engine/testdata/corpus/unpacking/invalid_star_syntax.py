for src in ("*a = 1", "*a, *b = 1, 2", "a = *b", "print(*)", "x = *a, ", "[*a] = 1", "del *a", "(*a)", "*a",
            "a, (*b, *c) = 1, 2",
            "for *x in y: pass", "*a += 1", "return_ = (*a, 1)", "f(**)", "a, b += 1, 2", "(a, b): int = 1"):
    try:
        compile(src, "<t>", "exec")
        print(src, "compiles")
    except SyntaxError as e:
        print(src, "->", type(e).__name__)
