class Default(dict):
    def __missing__(self, key):
        print("missing", key)
        self[key] = value = key * 2
        return value

d = Default(a=1)
print(d["a"], d["bc"], d["bc"], d)
print(d.get("zz"), "zz" in d)
class Strict(dict):
    def __missing__(self, key):
        raise LookupError(f"no {key!r}")
try:
    Strict()["q"]
except LookupError as e:
    print(type(e).__name__, e)
