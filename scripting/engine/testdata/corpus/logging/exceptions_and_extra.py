import io, logging
out = io.StringIO()
h = logging.StreamHandler(out)
h.setFormatter(logging.Formatter("%(levelname)s %(user)s %(funcName)s: %(message)s", defaults={"user": "-"}))
log = logging.getLogger("corpus.extra")
log.propagate = False
log.addHandler(h)
def work():
    log.warning("inside", extra={"user": "bob"})
    try:
        1 / 0
    except ZeroDivisionError:
        log.exception("failed")
        log.error("short", exc_info=False)
work()
lines = out.getvalue().splitlines()
print(lines[0], lines[1], lines[2], lines[-2], lines[-1], sep="\n")
try:
    log.warning("x", extra={"message": "clash"})
except KeyError as e:
    print(repr(e))
log.removeHandler(h)
