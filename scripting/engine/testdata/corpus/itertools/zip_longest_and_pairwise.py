from itertools import zip_longest, pairwise
print(list(zip_longest("abc", [1])), list(zip_longest("ab", "xyz", fillvalue="-")), list(zip_longest()),
      list(zip_longest([], [1])), list(zip_longest("a", "bc", "def", fillvalue=0)))
print(list(pairwise("abcd")), list(pairwise([1])), list(pairwise([])), [b - a for a, b in pairwise([1, 4, 9])])
for call in ("zip_longest(5)", "zip_longest('a', fill=1)", "pairwise(5)", "pairwise()"):
    try:
        eval(call)
    except TypeError as e:
        print(call, "->", e)
rows = [["a", "bb"], ["ccc"]]
print([max(map(len, col)) for col in zip_longest(*rows, fillvalue="")])
