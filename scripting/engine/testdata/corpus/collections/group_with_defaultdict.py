from collections import defaultdict
rows = [("fruit", "apple"), ("veg", "leek"), ("fruit", "fig"), ("veg", "leek")]
groups, unique, count = defaultdict(list), defaultdict(set), defaultdict(int)
for kind, name in rows:
    groups[kind].append(name)
    unique[kind].add(name)
    count[kind, name] += 1
print(dict(groups), {k: sorted(v) for k, v in unique.items()}, dict(count))
for k in list(groups):
    if len(unique[k]) == 1:
        del groups[k]
print(groups, [len(v) for v in groups.values()], groups.keys())
try:
    for k in count:
        count[k, "new"]
except RuntimeError as e:
    print(e)
