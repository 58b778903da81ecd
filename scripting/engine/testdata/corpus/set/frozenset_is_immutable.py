f = frozenset("ab")
for name in ("add", "remove", "discard", "pop", "clear", "update"):
    print(name, hasattr(f, name), hasattr(set(), name))
try:
    f.add("c")
except AttributeError as e:
    print(e)
g = f
g |= {"c"}
print(sorted(g), sorted(f), type(g).__name__)
print(frozenset(f) is f, f.copy() is f, set(f) is f)
