from functools import reduce, partial
compose = lambda *fs: reduce(lambda f, g: lambda x: f(g(x)), fs, lambda x: x)
print(compose()(5), compose(str, abs)(-3), compose(partial(map, str), sorted)([2, 1]) is not None,
      list(compose(partial(map, lambda x: x + 1), partial(filter, None))([0, 1, 2])))
flat = reduce(lambda acc, kv: {**acc, kv[0]: acc.get(kv[0], 0) + kv[1]}, [("a", 1), ("b", 2), ("a", 3)], {})
print(flat, reduce(lambda a, b: a * 10 + b, map(int, "4096")),
      reduce(lambda d, k: d[k], ["x", "y", 0], {"x": {"y": ["deep"]}}))
try:
    reduce(lambda d, k: d[k], ["x", "q"], {"x": {}})
except KeyError as e:
    print("KeyError", e)
print(reduce(lambda a, _: (a[1], a[0] + a[1]), range(10), (0, 1))[0])
