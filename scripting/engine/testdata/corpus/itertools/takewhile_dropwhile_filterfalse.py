from itertools import takewhile, dropwhile, filterfalse, compress
data = [1, 4, 6, 3, 8]
small = lambda x: x < 5
print(list(takewhile(small, data)), list(dropwhile(small, data)), list(filterfalse(small, data)),
      list(filterfalse(None, [0, 1, "", "a"])))
print(list(compress("abcdef", [1, 0, 1, 0, 1])), list(compress("ab", [True] * 9)), list(compress([], [1])))
it = iter(data)
print(list(takewhile(small, it)), list(it), list(takewhile(small, [])), list(dropwhile(small, [1, 2])))
for call in ("list(takewhile(5, [1]))", "takewhile(small)", "dropwhile(small, 5)", "compress('a')",
             "list(takewhile(lambda x: 1 / x, [1, 0]))"):
    try:
        eval(call)
    except (TypeError, ZeroDivisionError) as e:
        print(call, "->", e)
