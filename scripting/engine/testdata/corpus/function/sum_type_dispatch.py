def describe(x):
    match_by = {int: "int", str: "str", list: "list"}
    for cls in type(x).__mro__:
        if cls in match_by:
            return match_by[cls]
    return "other"

print([describe(x) for x in (1, True, "a", [1], 2.0, None)])
def variadic(first, *rest, **options):
    "Sums."
    total = first
    for r in rest:
        total += r
    return options.get("scale", 1) * total
print(variadic(1), variadic(1, 2, 3, scale=2), variadic("a", "b"), variadic([1], [2]), variadic.__doc__)
try:
    variadic(1, "b")
except TypeError as e:
    print(e)
