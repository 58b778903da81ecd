rows = [("b", 1), ("a", 2), ("b", 0), ("a", 1), ("c", 9)]
rows.sort(key=lambda r: r[0])
print(rows)
rows.sort(key=lambda r: r[0], reverse=True)
print(rows)
print(sorted(rows, key=lambda r: r[1] % 2))
rows.sort()
print(rows)
