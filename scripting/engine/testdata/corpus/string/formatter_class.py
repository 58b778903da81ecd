import string
f = string.Formatter()
print(f.format("{0} {k:>4} {1!r}", 1, "b", k="x"), list(f.parse("a{b!r:>{w}}c{{}}")),
      f.vformat("{0}{x}", (1,), {"x": 2}))
class Default(string.Formatter):
    def get_value(self, key, args, kwargs):
        if isinstance(key, str):
            return kwargs.get(key, f"<{key}>")
        return super().get_value(key, args, kwargs)
print(Default().format("{a} {b} {0}", "pos", a=1))
for call in (lambda: f.format("{}"), lambda: f.format("{x}"), lambda: f.format()):
    try:
        call()
    except (IndexError, KeyError, TypeError) as e:
        print(type(e).__name__, e)
