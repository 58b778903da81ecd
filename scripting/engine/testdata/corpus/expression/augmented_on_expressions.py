class Box:
    def __init__(self):
        self.items = {"a": [1]}
        self.n = 0
b = Box()
b.n += 5
b.items["a"] += [2]
b.items["a"][0] -= 10
b.items.setdefault("c", []).append(3)
print(b.n, b.items)
def get():
    print("get")
    return b
get().n *= 2
print(b.n)
for src in ("b.missing += 1", "b.items['zz'] += 1", "undefined += 1", "b.items['a'][9] += 1", "b.n += 'x'",
            "b.n @= 1"):
    try:
        exec(src)
    except (AttributeError, KeyError, NameError, IndexError, TypeError) as e:
        print(src, "->", type(e).__name__, e)
