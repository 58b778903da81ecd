print(0x1F, 0o17, 0b101, 1_000_000, 0xFF_FF, 1e3, 1E-2, .5, 5., 1_0.5, 0, 00, 0xdead)
print(1j, 2.5J, 1_0j, 1e2j)
for src in ("012", "1__0", "1_", "0x", "0b2", "1e", "0o8", "1.2.3"):
    try:
        print(eval(src))
    except SyntaxError as e:
        print(src, "->", type(e).__name__, e.msg)
