x = 1
print(f"{{}} {{{x}}} {{x}} {{{{{x}}}}}", f"{{", f"}}", "{x}")
for src in ("f'{'", "f'}'", "f'{}'", "f'{ }'", "f'{x'", "f'{{}'"):
    try:
        print(eval(src))
    except SyntaxError as e:
        print(src, "->", type(e).__name__)
