from contextlib import contextmanager
@contextmanager
def tag(name, log):
    log.append(f"<{name}>")
    try:
        yield name.upper()
    except ValueError as e:
        log.append(f"handled {e}")
    finally:
        log.append(f"</{name}>")

log = []
with tag("a", log) as t:
    log.append(t)
with tag("b", log):
    raise ValueError("inner")
try:
    with tag("c", log):
        raise KeyError("out")
except KeyError as e:
    log.append(repr(e))
print(log)
try:
    cm = tag("d", [])
    with cm: pass
    with cm: pass
except AttributeError as e:
    print(type(e).__name__, e)
