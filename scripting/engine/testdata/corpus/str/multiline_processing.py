log = """
2024-01-01 INFO start
2024-01-02 WARN  disk low

2024-01-03 ERROR failed: code=5
"""
for number, line in enumerate(log.strip().splitlines(), 1):
    if not line:
        continue
    day, level, *rest = line.split()
    print(number, day[-2:], level.lower().ljust(6, "."), " ".join(rest))
