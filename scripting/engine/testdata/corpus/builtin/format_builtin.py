print(format(3.14159, ".2f"), format(255, "x"), format("a", ">3"), format(None), format([1]), format(True),
      format(1234567, ","), format(-5, "+"))
for call in ("format([1], '>5')", "format(None, 'd')", "format(5, 's')", "format('a', 'd')", "format(5, 5)",
             "format(1.5, 'd')", "format()", "format(5, '1.2')"):
    try:
        print(eval(call))
    except (TypeError, ValueError) as e:
        print(call, "->", type(e).__name__, e)
class F:
    def __format__(self, spec): return f"[{spec}]"
print(format(F()), format(F(), "any thing"), f"{F():x}")
