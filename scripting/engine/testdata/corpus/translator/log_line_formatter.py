import time
class Formatter:
    defaults = {"level": "info", "user": "-"}
    def __init__(self, template):
        self.template = template
    def __call__(self, stamp, **fields):
        when = time.strftime("%H:%M:%S", time.gmtime(stamp))
        merged = {**self.defaults, **fields, "when": when}
        extra = " ".join(f"{k}={v!r}" for k, v in sorted(fields.items()) if "{" + k not in self.template)
        return (self.template.format_map(merged) + " " + extra).rstrip()

f = Formatter("[{when}] {level:>5} {op:<8}|")
print(f(1700000000, op="lookup", path="/a b", level="warn"))
print(f(0, op="read", size=10**6, offset=0))
try:
    f(0, path="x")
except KeyError as e:
    print("missing field", e)
try:
    Formatter("{op:d}")(0, op="x")
except ValueError as e:
    print(e)
