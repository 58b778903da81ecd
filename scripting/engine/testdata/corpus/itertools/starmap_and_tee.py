from itertools import starmap, tee, count, islice
print(list(starmap(pow, [(2, 3), (3, 2)])), list(starmap(lambda *a: sum(a), [(), (1,), [1, 2]])),
      list(starmap(max, ["ab", "zy"])), list(starmap(print, [])))
a, b, c = tee("abc", 3)
print(next(a), next(a), list(b), list(a), list(c), tee([1], 0))
x, y = tee(count())
print(list(islice(x, 3)), next(y))
for call in ("list(starmap(pow, [1]))", "list(starmap(pow, [(1,)]))", "tee(5)", "tee('a', -1)",
             "starmap(pow)", "list(starmap(5, [(1,)]))"):
    try:
        eval(call)
    except (TypeError, ValueError) as e:
        print(call, "->", type(e).__name__, e)
