print(f"{'é':>3}{'東':^5}{'😀':<3}|", f"{1e10} {1e16} {1 / 3:.3} {2**70:,} {-0.0} {1j} {float('nan')}")
print(f"{1_000}{0x1f}{.5}", f"é{1}é")
for src in ("f'{chr(92)}'", r"f'{"+"'\\n'}'", "f'{x#}'"):
    try:
        print(eval(src))
    except SyntaxError as e:
        print(src, type(e).__name__)
naïve = 1
print(f"{naïve} {naïve=}")
