def run(*excs):
    try:
        raise ExceptionGroup("g", list(excs))
    except* ValueError as e:
        print("values", [str(x) for x in e.exceptions])
    except* (KeyError, OSError) as e:
        print("others", [type(x).__name__ for x in e.exceptions])
    else:
        print("else")

run(ValueError("a"), KeyError("b"), ValueError("c"))
run(OSError(2, "x"))
try:
    run(ValueError("v"), TypeError("left"))
except ExceptionGroup as e:
    print(repr(e))
try:
    raise ValueError("naked")
except* ValueError as e:
    print(type(e).__name__, e.exceptions)
