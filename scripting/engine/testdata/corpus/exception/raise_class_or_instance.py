for thing in ("ValueError", "ValueError()", "ValueError('a')", "ValueError('a', 2)", "5", "'text'", "None",
              "int", "object()"):
    try:
        exec(f"raise {thing}")
    except BaseException as e:
        print(thing, "->", repr(e), e.args)
class NeedsArg(Exception):
    def __init__(self, a):
        super().__init__(a)
try:
    raise NeedsArg
except TypeError as e:
    print(e)
try:
    raise
except RuntimeError as e:
    print(e)
