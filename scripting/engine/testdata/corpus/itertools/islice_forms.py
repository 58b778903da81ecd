from itertools import islice, count
print(list(islice("abcdef", 3)), list(islice("abcdef", 2, 4)), list(islice("abcdef", 2, None)),
      list(islice("abcdef", 0, None, 2)), list(islice("ab", 10)), list(islice("ab", 0)), list(islice("abc", None)))
it = iter(range(10))
print(list(islice(it, 2)), list(islice(it, 1, 4, 2)), next(it))
for args in (("ab", -1), ("ab", 0, -1), ("ab", 0, 1, 0), ("ab", "x"), ("ab",), (5, 1), ("ab", 1.5)):
    try:
        islice(*args)
    except (ValueError, TypeError) as e:
        print(args, "->", type(e).__name__, e)
print(list(islice(count(), 5, 8)), next(islice("abc", 1, None)), next(islice("a", 5, None), "none"))
