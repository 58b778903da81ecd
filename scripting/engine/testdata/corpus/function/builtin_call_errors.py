for call in ("len()", "len(1, 2)", "ord()", "abs(1, 2)", "isinstance(1)", "print(sep=1)", "int(1, 2, 3)",
             "getattr(1)", "sum()",
             "list(1, 2)", "str(1, 2, 3, 4)", "range(1, 2, 3, 4)", "range(0, 5, 0)", "zip(1)", "enumerate()",
             "map()", "map(len)", "filter(len)",
             "sorted()", "divmod(1)", "pow(1)", "iter()", "chr()", "callable()", "id()", "hash()"):
    try:
        eval(call)
    except (TypeError, ValueError) as e:
        print(call, "->", e)
