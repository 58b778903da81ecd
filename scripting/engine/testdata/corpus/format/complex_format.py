z = 3.14159 - 2.5j
print("{0} {0:.2f} {0:g} {0:e} {0:>15.1f}| {0:+.1f} {0:.3}".format(z))
for spec in ("d", "%", "=20", "010", "n"):
    try:
        print(format(z, spec))
    except ValueError as e:
        print(spec, "->", e)
print("{:,.1f}".format(12345.678 + 1j), "{}".format(2j), "{:.1f}".format(1 + 0j))
