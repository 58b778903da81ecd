n, f, s = 255, 3.14159, "abc"
print(f"{n:x} {n:#b} {n:08d} {n:+} {n:,} {f:.2f} {f:10.3e}| {s:>6} {s:*^7} {s:.2} {s:5}|")
print(f"{10**6:_} {0.256:.1%} {n:c} {True:d} {True} {None!s:>6} {f!s:.4}")
for spec in ("d", "q", ",s"):
    try:
        print(f"{s:{spec}}")
    except ValueError as e:
        print(e)
