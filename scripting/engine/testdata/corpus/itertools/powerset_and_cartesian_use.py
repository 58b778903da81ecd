from itertools import chain, combinations, product
def powerset(s):
    return list(chain.from_iterable(combinations(s, r) for r in range(len(s) + 1)))
print(powerset([1, 2, 3]), len(powerset(range(8))))
options = {"cache": [True, False], "size": [1, 10], "mode": ["r"]}
for combo in product(*options.values()):
    print(dict(zip(options, combo)))
print(sum(1 for a, b, c in combinations(range(1, 15), 3) if a + b + c == 20),
      [p for p in combinations([5, 3, 8, 1], 2) if sum(p) == 9])
print(["".join(c) for c in product("ab", "xy") if c != ("a", "x")], min(product([3, 1], [2]), key=sum))
