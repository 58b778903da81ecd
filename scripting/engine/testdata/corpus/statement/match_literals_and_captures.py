def f(x):
    match x:
        case 0 | 1:
            return "small"
        case "a":
            return "letter"
        case None | True:
            return "singleton"
        case [x, y]:
            return f"pair {x} {y}"
        case [first, *rest]:
            return f"list {first} {rest}"
        case {"k": v, **rest}:
            return f"map {v} {rest}"
        case int(n) if n > 100:
            return f"big {n}"
        case _:
            return "other"

for x in (0, "a", None, True, [1, 2], (1, 2, 3), {"k": 1, "z": 2}, 500, 50, [], "ab", {}):
    print(repr(x), f(x))
