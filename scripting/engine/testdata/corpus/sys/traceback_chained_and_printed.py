import io, traceback
def fail(kind):
    try:
        {}["k"]
    except KeyError as e:
        if kind == "context":
            raise ValueError("during")
        if kind == "none":
            raise ValueError("clean") from None
        raise ValueError("because") from e

for kind in ("context", "none", "cause"):
    out = io.StringIO()
    try:
        fail(kind)
    except ValueError as e:
        traceback.print_exc(file=out)
        t = traceback.TracebackException.from_exception(e)
        print(kind, [l for l in out.getvalue().splitlines() if l and l[0] != " "], t.exc_type.__name__, str(t))
out = io.StringIO()
traceback.print_exception(ValueError("never raised"), file=out)
print(repr(out.getvalue()))
traceback.clear_frames(None)
