class Path(str):
    def __new__(cls, *parts):
        return super().__new__(cls, "/".join(parts))
    def __truediv__(self, other):
        return Path(self, other)
    @property
    def name(self):
        return self.rsplit("/", 1)[-1]

p = Path("a", "b") / "c.txt"
print(p, repr(p), p.name, len(p), p.upper(), type(p.upper()).__name__, type(p + "x").__name__, p == "a/b/c.txt")
print({p: 1}["a/b/c.txt"], f"{p:>12}", "%s" % p, p[0], p in {"a/b/c.txt"}, isinstance(p, str), str(p),
      type(str(p)).__name__)
print(",".join([p, p]), p.startswith("a"), "b" in p)
