from itertools import product
print(list(product("ab", [1, 2])), list(product()), list(product([])), list(product("ab", repeat=2)),
      list(product([1, 2], repeat=0)), len(list(product(range(3), "ab", [None]))),
      ["".join(p) for p in product("01", repeat=3)])
print(list(product([1, 2], "")), [a * b for a, b in product(range(1, 4), repeat=2) if a <= b])
for call in ("product(5)", "product('a', repeat='x')", "product('a', repeat=-1)", "product('a', foo=1)"):
    try:
        eval(call)
    except (TypeError, ValueError) as e:
        print(call, "->", type(e).__name__, e)
it = product("ab", repeat=2)
print(next(it), next(it), len(list(it)))
