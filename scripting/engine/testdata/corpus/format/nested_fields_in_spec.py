print("{:{}.{}f}|{:>{w}}|{:{fill}{align}{width}}".format(3.14159, 8, 2, "a", "b", w=4, fill="*", align="^", width=5))
print("{0:{1}}|{0:{2}{1}}".format("x", 4, "-<"), "{:{spec}}".format(255, spec="#x"))
for call in (lambda: "{:{}}".format(1), lambda: "{:{w}}".format(1), lambda: "{:{}}".format("a", "b"),
             lambda: "{:{}}".format(1, -5)):
    try:
        print(repr(call()))
    except Exception as e:
        print(type(e).__name__, e)
