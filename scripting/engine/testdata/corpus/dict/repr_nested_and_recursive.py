d = {"a": {"b": (1, [2, {3}])}, 'q"uote': "it's", 1.5: b"x", None: True}
print(d)
print(str(d) == repr(d), f"{d}" == repr(d))
d = {}
d["self"] = d
d["list"] = [d]
print(d)
print({(): {}, frozenset(): set()})
