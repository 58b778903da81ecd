print(sorted({x * x for x in range(-3, 4)}))
print({len(w) for w in "a bb cc ddd".split()})
print({(x, y) for x in range(2) for y in range(2) if x != y} == {(0, 1), (1, 0)})
try:
    {[x] for x in range(2)}
except TypeError as e:
    print(e)
x = "outer"
print({x for x in range(1)}, x)
