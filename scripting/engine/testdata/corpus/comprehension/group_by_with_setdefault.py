rows = [("a", 1), ("b", 2), ("a", 3)]
groups = {}
[groups.setdefault(k, []).append(v) for k, v in rows]
print(groups)
print({k: [v for kk, v in rows if kk == k] for k, _ in rows}, {k: sum(v) for k, v in groups.items()})
print(sorted(((v, k) for k, v in rows), reverse=True), [k for k, v in sorted(rows, key=lambda r: -r[1])])
print([i for i, (k, v) in enumerate(rows) if k == "a"], dict(zip([k for k, _ in rows], range(9))))
