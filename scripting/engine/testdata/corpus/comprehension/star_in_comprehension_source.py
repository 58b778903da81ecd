print([*(x for x in range(2)), *[y for y in "ab"]], {*{x for x in (1,)}, 2} == {1, 2}, (*[x for x in "z"],))
print([x for x in (*"ab", *"c")], [x for x in (1, 2)])
print([x for x in [*range(2), 9]], dict(**{k: 1 for k in "pq"}), print(*[x for x in range(3)], sep="-"))
for src in ("[*x for x in y]", "{**d for d in y}", "[x for x in *a]", "[x for x in 1, 2]", "(x, y for x in z)"):
    try:
        compile(src, "<t>", "exec")
    except SyntaxError as e:
        print(src, type(e).__name__)
