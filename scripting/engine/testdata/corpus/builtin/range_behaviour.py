print(range(3), list(range(2, 8, 3)), list(range(5, 0, -2)), list(range(0)), range(1, 5), range(0, 10, 3),
      len(range(10**10)), range(3) == range(0, 3, 1))
print(5 in range(0, 10, 2), 4 in range(0, 10, 2), range(0, 3, 2) == range(0, 4, 2),
      hash(range(3)) == hash(range(0, 3)), bool(range(0)), max(range(5)), sum(range(5)))
print(range(10)[2], range(10)[-1], range(10)[2:5], range(10)[::-1], list(reversed(range(3))),
      range(5).index(3), range(5).count(9))
for call in ("range()", "range(1.5)", "range('3')", "range(1, 2, 0)", "range(1, 2, 3, 4)", "range(3)[3]",
             "range(3).index(7)", "range(3)['a']", "range(3) + range(2)", "range(None)"):
    try:
        eval(call)
    except (TypeError, ValueError, IndexError) as e:
        print(call, "->", type(e).__name__, e)
