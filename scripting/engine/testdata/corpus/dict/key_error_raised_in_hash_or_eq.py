class Bad:
    def __init__(self, where):
        self.where = where
    def __hash__(self):
        if self.where == "hash":
            raise ValueError("no hash today")
        return 1
    def __eq__(self, other):
        raise OSError("no eq today")

for where in ("hash", "eq"):
    try:
        d = {1: 0}
        d[Bad(where)] = 1
        print("stored")
    except Exception as e:
        print(type(e).__name__, e, d)
bad = Bad("")
print({bad: 1}[bad])
