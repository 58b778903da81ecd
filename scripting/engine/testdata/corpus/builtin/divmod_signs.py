for a, b in ((7, 3), (-7, 3), (7, -3), (-7, -3), (7.5, 2), (-7.5, 2), (0, 5), (10**20, 7), (True, 2)):
    print(divmod(a, b), end=" ")
print()
for call in ("divmod(1, 0)", "divmod(1.5, 0.0)", "divmod('a', 1)", "divmod(1)", "divmod(1, 2, 3)",
             "divmod(1j, 2)", "divmod(None, 1)"):
    try:
        eval(call)
    except (ZeroDivisionError, TypeError) as e:
        print(call, "->", type(e).__name__, e)
hours, rest = divmod(7384, 3600)
print(hours, *divmod(rest, 60))
