s = {5, 3, 9, 1}
print(s, list(s), set(range(10, 0, -1)))
print({16, 0, 8}, {8, 0, 16}, {3, 11}, {11, 3})
s.discard(3)
s.add(2)
s.add(17)
print(s, {x * x for x in range(-3, 4)}, set([4, 2, 0, 6]))
print({-3, 2, 1}, {True, 5, 0}, frozenset([7, 1]), {30, 20, 10})
