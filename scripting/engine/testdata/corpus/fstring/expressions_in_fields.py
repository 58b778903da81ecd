x, d, l = 5, {"k": "v"}, [1, 2, 3]
print(f"{x} {x + 1} {x * 2!r} {d['k']} {l[-1]} {l[1:]} {len(l)} {'a' if x > 3 else 'b'}")
print(f"{(lambda n: n * 2)(x)} {[i for i in l]} {({'a': 1})['a']} { {1: 2}[1] } {x == 5} {x != 5} {not x}")
print(f"{'nested ' + 'quotes'}", f'{"x"}', f"{x:d}{x:>4}", f"{x}{x}", f"{ x }")
try:
    f"{x / 0}"
except ZeroDivisionError as e:
    print(e)
