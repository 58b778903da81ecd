print(f"{'é':>3}{'東':^5}{'😀':<3}|", f"{1e10} {1e16} {1 / 3:.3} {2**70:,} {-0.0} {1j} {float('nan')}")
print(f"{1_000}{0x1f}{.5}", f"{'\u00e9' if 0 else 'plain'}" if False else "x", f"é{1}é")
naïve = 1
print(f"{naïve} {naïve=}")
