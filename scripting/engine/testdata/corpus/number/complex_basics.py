z = 3 + 4j
print(z, z.real, z.imag, abs(z), z.conjugate(), z * 2, z * z, z / 2, -z, z**2, z == 3 + 4j)
print(complex(1, 2), complex("1+2j"), complex(), complex(1.5), 1j * 1j, complex("-j"), 0j, -0j, 1 - 0j)
for action in ("int(1j)", "float(1j)", "1j < 2j", "1j // 1", "1j % 2", "complex('x')", "complex('1', 2)",
               "divmod(1j, 1)"):
    try:
        eval(action)
    except (TypeError, ValueError) as e:
        print(action, "->", type(e).__name__, e)
print(repr(1e20 + 1j), f"{z:.1f}", str(2j), bool(0j))
