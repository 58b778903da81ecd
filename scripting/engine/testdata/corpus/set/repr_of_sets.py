print(set(), frozenset(), {1}, frozenset({1}), {"a"}, {(1,)}, {None})
print([{1}], {"k": {2}}, (frozenset([3]),))

class MySet(set):
    pass

class MyFrozen(frozenset):
    pass

print(MySet([1]), MyFrozen([1]), MySet(), MyFrozen())
print(str({b"x"}), f"{ {1.5} }", "%s" % {True})
