import io, logging
out = io.StringIO()
h = logging.StreamHandler(out)
log = logging.getLogger("corpus.filter")
log.propagate = False
log.addHandler(h)
class Redact(logging.Filter):
    def filter(self, record):
        record.msg = str(record.msg).replace("secret", "***")
        return "drop" not in record.getMessage()
h.addFilter(Redact())
log.warning("the secret is %s", 5)
log.warning("drop %s", "me")
log.handlers[0].setFormatter(logging.Formatter("[%(levelno)03d] %(message).8s"))
log.error("a long message")
r = logging.LogRecord("n", logging.INFO, "file.py", 7, "m %s", ("x",), None)
print(r.getMessage(), r.levelname, r.lineno, r.name,
      logging.Formatter("%(filename)s:%(lineno)d %(message)s").format(r))
log.disabled = True
log.error("not seen")
print(out.getvalue(), end="")
log.removeHandler(h)
try:
    logging.Formatter("%(no closing")
except ValueError as e:
    print(e)
