for src in ("a, b = []", "a, b = 'x'", "a, b = 'xyz'", "a, b, c = 1, 2", "a, = 1, 2", "a, = ()", "[] = 'x'",
            "() = []", "a, b = {1}",
            "a, b = range(5)", "a, b = (i for i in range(3))", "a, b, *c = [1]", "a, b = 5", "a, b = object"):
    try:
        exec(src)
        print(src, "ok")
    except (ValueError, TypeError) as e:
        print(src, "->", e)
