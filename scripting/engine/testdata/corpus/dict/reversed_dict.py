d = {"a": 1, "b": 2, "c": 3}
print(list(reversed(d)))
print(list(reversed(d.keys())), list(reversed(d.values())), list(reversed(d.items())))
print(type(reversed(d)).__name__, type(reversed(d.items())).__name__)
print(list(reversed({})))
it = reversed(d)
print(next(it), it.__length_hint__())
