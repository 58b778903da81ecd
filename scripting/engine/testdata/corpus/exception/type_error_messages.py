for action in ("len(5)", "5()", "5[0]", "None()", "[] + 1", "'a' + 1", "int([])", "abs('x')", "sum(5)", "sorted(5)",
               "max()", "max(5)", "min([])", "iter(5)", "next([])", "range('a')", "range()", "range(1.0)", "chr('a')",
               "isinstance(1, 2)", "hash([])", "{}[[]]", "[1][None]", "for_ = [*5]", "dict(5)"):
    try:
        exec(action)
    except (TypeError, ValueError) as e:
        print(action, "->", type(e).__name__, e)
