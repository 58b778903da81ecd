class Mode(int):
    def __str__(self):
        return f"{int(self):#o}"
    def __or__(self, other):
        return Mode(int(self) | int(other))
    def __eq__(self, other):
        return int(self) == int(other)
    __hash__ = int.__hash__

m = Mode(0o644) | 0o111
print(m, repr(m), f"{m}", f"{m:d}", "%s %d" % (m, m), m & 7, type(m & 7).__name__, m == 0o755, m + 1, {m: 1}[0o755])
print(list(range(Mode(3))), "ab"[Mode(1)], Mode("12"), int(m), bool(Mode(0)), max(Mode(1), Mode(2)))
