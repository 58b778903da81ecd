print(f"{(lambda x: x + 1)(1)} {(lambda: 'v')()}", f"{ {'a': 1}['a'] }", f"{(1 if True else 2):>3}")
for src in ("f'{lambda x: 1}'", "f'{a b}'", "f'{*x}'", "f'{def}'", "f'{1:{2:{3}}}'", "f'{=}'"):
    try:
        print(eval(src))
    except (SyntaxError, NameError) as e:
        print(src, "->", type(e).__name__)
print(f"{[1, 2][0:1]} {'abc'[::-1]}")
