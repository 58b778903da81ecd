t = (1, "b", None)
print("b" in t, 1.0 in t, 2 not in t, () in ((),), None in t)
print([x for x in t], list(enumerate(t, 1)), len(t), bool(()), bool((0,)))
print(tuple(reversed(t)), any(()), all(()))
a, *b = t
print(a, b, isinstance(t, tuple), t.__len__())
