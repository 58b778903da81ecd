import re
UNITS = {"": 1, "k": 1 << 10, "m": 1 << 20, "g": 1 << 30}
class Option:
    def __init__(self, name, parse, default):
        self.name, self.parse, self.default = name, parse, default
def size(text):
    m = re.fullmatch(r"(\d+)([kmg]?)b?", text.strip(), re.I)
    if not m:
        raise ValueError(f"{text!r} is not a size")
    return int(m[1]) * UNITS[m[2].lower()]
def boolean(text):
    try:
        return {"on": True, "off": False, "yes": True, "no": False}[text.lower()]
    except KeyError:
        raise ValueError(f"{text!r} is neither on nor off") from None

OPTIONS = {o.name: o for o in (Option("cache-size", size, 4096), Option("debug", boolean, False))}
for line in ("cache-size=64k debug=ON", "", "debug=maybe", "cache-size=5X", "other=1"):
    try:
        given = dict(p.split("=", 1) for p in line.split())
        print({n: o.parse(given[n]) if n in given else o.default for n, o in OPTIONS.items()},
              sorted(set(given) - set(OPTIONS)))
    except ValueError as e:
        print("error:", e)
