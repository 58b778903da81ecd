import io, logging
out = io.StringIO()
h = logging.StreamHandler(out)
h.setFormatter(logging.Formatter("%(levelname)s:%(name)s:%(message)s"))
log = logging.getLogger("corpus.format")
log.propagate = False
log.addHandler(h)
log.setLevel(logging.INFO)
log.debug("hidden")
log.info("plain %s and %d%%", "arg", 5)
log.warning("mapping %(a)s", {"a": 1})
log.error("no args %s")
log.critical("é")
log.log(35, "custom level")
print(out.getvalue(), end="")
print(log.name, log.level, log.isEnabledFor(logging.DEBUG), logging.getLevelName(20),
      logging.getLevelName("ERROR"), logging.getLevelName(35), log.getEffectiveLevel())
log.removeHandler(h)
