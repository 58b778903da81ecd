print(sorted({x % 3 for x in range(10)}), {c for c in "aaa"},
      len({(x, y) for x in range(3) for y in range(3) if x <= y}))
print(type({x for x in ()}).__name__, {x for x in ()}, {frozenset([x]) for x in (1, 1)})
try:
    {[x] for x in range(1)}
except TypeError as e:
    print(e)
words = "the cat The CAT dog".split()
print(sorted({w.lower() for w in words}), {len(w) for w in words})
