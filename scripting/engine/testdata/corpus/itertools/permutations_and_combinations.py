from itertools import permutations, combinations, combinations_with_replacement as cwr
print(list(permutations("abc", 2)), list(permutations([1, 2])), list(permutations("")),
      list(permutations("ab", 3)), len(list(permutations(range(5)))))
print(list(combinations("abcd", 2)), list(combinations("ab", 0)), list(combinations("ab", 3)),
      list(cwr("ab", 2)), list(cwr("", 1)), list(combinations([1, 1, 2], 2)))
for call in ("permutations('ab', -1)", "combinations('ab', -1)", "combinations('ab')", "permutations(5)",
             "permutations('ab', 'x')", "combinations('ab', 1.5)"):
    try:
        eval(call)
    except (TypeError, ValueError) as e:
        print(call, "->", type(e).__name__, e)
print(["".join(p) for p in permutations("abc") if p[0] != "a"])
