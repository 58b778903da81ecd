from itertools import groupby, chain
import heapq
logs = {"a": [(1, "a1"), (4, "a4")], "b": [(2, "b2"), (4, "b4")], "c": []}
merged = list(heapq.merge(*logs.values()))
print(merged)
for t, g in groupby(merged, key=lambda e: e[0]):
    print(t, [m for _, m in g])
print(sorted(chain(*logs.values()), key=lambda e: -e[0]), [k for k, g in groupby("AaBb", str.lower)])
def rle(s):
    return [(k, sum(1 for _ in g)) for k, g in groupby(s)]
def unrle(pairs):
    return "".join(chain.from_iterable([c] * n for c, n in pairs))
print(rle("aaabccd"), unrle(rle("aaabccd")), rle(""), unrle([]))
