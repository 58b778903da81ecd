class Version:
    def __init__(self, text):
        self.parts = tuple(map(int, text.split(".")))
    def __eq__(self, o):
        return self.parts == getattr(o, "parts", None)
    def __lt__(self, o):
        if isinstance(o, str):
            o = Version(o)
        return self.parts < o.parts
    def __hash__(self):
        return hash(self.parts)
    def __repr__(self):
        return ".".join(map(str, self.parts))

vs = [Version(t) for t in ("1.10", "1.9", "1.9.1", "0.1")]
print(sorted(vs), max(vs), Version("1.2") < "1.10", "2.0" > Version("1.9"), len({Version("1"), Version("1")}))
try:
    Version("1") <= Version("2")
except TypeError as e:
    print(e)
