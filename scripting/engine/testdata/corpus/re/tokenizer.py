import re
spec = [("NUM", r"\d+(\.\d+)?"), ("ID", r"[A-Za-z_]\w*"), ("OP", r"[-+*/=()]"), ("SKIP", r"[ \t]+"), ("BAD", r".")]
master = re.compile("|".join(f"(?P<{n}>{p})" for n, p in spec))

def tokens(text):
    for m in master.finditer(text):
        kind = m.lastgroup
        if kind == "SKIP":
            continue
        if kind == "BAD":
            raise ValueError(f"unexpected {m.group()!r} at {m.start()}")
        yield kind, m.group()

print(list(tokens("x1 = 3.5*(y + 2)")))
try:
    list(tokens("a ? b"))
except ValueError as e:
    print(e)
