for exc in (KeyboardInterrupt("k"), SystemExit(3), GeneratorExit(), BaseException("b")):
    try:
        try:
            raise exc
        except Exception:
            print("Exception")
    except BaseException as e:
        print(type(e).__name__, e.args, getattr(e, "code", "no code"))
import sys
for arg in ((), (0,), (None,), ("msg",), ((1, 2),)):
    try:
        sys.exit(*arg)
    except SystemExit as e:
        print(repr(e), e.code)
