for stmt in ("assert 0", "assert False, 'message'", "assert [], [1, 2]", "assert (), None", "assert 1, 1 / 0",
             "assert not 1, ('a', 2)"):
    try:
        exec(stmt)
        print(stmt, "passed")
    except AssertionError as e:
        print(stmt, "->", repr(e), "|", e, "|", e.args)
