for action in ("a, b = 1", "a, b = [1]", "a, b = 1, 2, 3", "a, *b = []", "a, (b, c) = 1, [2]", "*a, b = ()",
               "a, b = None",
               "a, b, *c = 'x'", "[a] = 'xy'", "for a, b in [1]: pass", "a, b = {1: 2}", "(a, b), c = 5, 6"):
    try:
        exec(action)
        print(action, "worked")
    except (TypeError, ValueError) as e:
        print(action, "->", type(e).__name__, e)
