import io, logging
out = io.StringIO()
parent, child = logging.getLogger("corpus.h"), logging.getLogger("corpus.h.sub")
parent.propagate = False
h = logging.StreamHandler(out)
h.setFormatter(logging.Formatter("{levelname:<8}|{name}|{message}", style="{"))
h.setLevel(logging.WARNING)
parent.addHandler(h)
child.setLevel("DEBUG")
child.info("below the handler's level")
child.warning("reaches the parent's handler")
child.propagate = False
print(child.hasHandlers(), child.parent is parent, parent.getChild("sub") is child,
      logging.getLogger("corpus.h.sub") is child)
child.propagate = True
child.error("again")
for bad in ("NOPE", 1.5, None):
    try:
        child.setLevel(bad)
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
print(out.getvalue(), end="")
parent.removeHandler(h)
