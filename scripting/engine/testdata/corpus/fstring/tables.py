rows = [("apple", 3, 1.5), ("kiwi", 12, 0.25), ("fig", 100, 10)]
head = ("name", "n", "price")
widths = [max(len(str(r[i])) for r in rows + [head]) for i in range(3)]
for row in [head] + rows:
    print(" | ".join(f"{str(cell):{'<' if i == 0 else '>'}{w}}" for i, (cell, w) in enumerate(zip(row, widths))))
print(f"{'':-<{sum(widths) + 6}}")
print(f"total {sum(n * p for _, n, p in rows):>{widths[0] + 6}.2f}")
