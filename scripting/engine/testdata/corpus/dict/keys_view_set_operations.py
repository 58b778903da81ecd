a = {"x": 1, "y": 2, "z": 3}
b = {"y": 9, "w": 8}
print(sorted(a.keys() & b.keys()), sorted(a.keys() | b.keys()))
print(sorted(a.keys() - b.keys()), sorted(a.keys() ^ b.keys()))
print(type(a.keys() & b.keys()).__name__)
print(sorted(a.keys() & ["y", "q"]), sorted(["y", "q"] - a.keys()))
print(a.keys() == {"x", "y", "z"}, a.keys() >= {"x"}, a.keys() < {"x"})
print(a.keys().isdisjoint(b), a.keys().isdisjoint("pq"))
