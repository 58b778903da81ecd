for action in ("1 / 0", "1 // 0", "1 % 0", "1.0 / 0", "1.0 // 0", "1.0 % 0", "divmod(1, 0)", "divmod(1.0, 0)",
               "0 ** -1", "0.0 ** -1", "1j / 0", "pow(2, 3, 0)"):
    try:
        eval(action)
    except (ZeroDivisionError, ValueError) as e:
        print(action, "->", type(e).__name__, e)
