for base in ("5", "None", "'x'", "len", "lambda: 0", "[]"):
    try:
        exec(f"class A({base}): pass")
        print(base, "accepted")
    except TypeError as e:
        print(base, "->", type(e).__name__, e)
for cls in ("bool", "type(None)", "range", "slice", "type(len)", "type(lambda: 0)"):
    try:
        exec(f"class A({cls}): pass")
    except TypeError as e:
        print(e)
