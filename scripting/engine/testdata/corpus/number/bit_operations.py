print(12 & 10, 12 | 10, 12 ^ 10, ~12, ~-1, 1 << 4, 255 >> 3, -1 >> 10, -5 & 3, -5 | 3, -5 ^ 3)
print(1 << 100, (1 << 100) >> 98, -(1 << 70) >> 69, (2**70 | 1) & ~1, 0 << 5)
for action in ("1 << -1", "1 >> -1", "1.0 & 1", "1 | 2.0", "~1.5", "1 << 1.0", "'a' & 1", "1 ^ None"):
    try:
        eval(action)
    except (ValueError, TypeError) as e:
        print(action, "->", type(e).__name__, e)
