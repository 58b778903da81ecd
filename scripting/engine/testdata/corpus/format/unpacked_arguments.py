args, kwargs = [1, 2], {"k": "v", "w": 6}
print("{} {} {k:>{w}}".format(*args, **kwargs))
print("{0[0]}{0[1]}{k[0]}".format(args, **kwargs), "-{}-".format(args), "{a}".format(**{"a": None}))
template = "{name:<8}|{size:>6,}|{ratio:7.2%}"
for row in (("alpha", 1200, 0.5), ("b", 15, 1 / 3)):
    print(template.format(**dict(zip(("name", "size", "ratio"), row))))
fmt = "{}:{}".format
print(fmt(1, 2), list(map("<{}>".format, "ab")))
