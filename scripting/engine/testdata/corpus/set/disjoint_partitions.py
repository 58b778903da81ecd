groups = {}
for n in range(1, 13):
    groups.setdefault(n % 3, set()).add(n)
print({k: sorted(v) for k, v in groups.items()})
print(all(groups[a].isdisjoint(groups[b]) for a in groups for b in groups if a != b))
print(sorted(set().union(*groups.values())) == list(range(1, 13)))
print(set.intersection({1, 2}, {2, 3}, {2}), set.union(*groups.values()) == set(range(1, 13)))
try:
    set.union()
except TypeError as e:
    print(e)
