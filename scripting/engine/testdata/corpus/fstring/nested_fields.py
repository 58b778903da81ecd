width, precision, value, fill = 10, 3, 12.34567, "*"
print(f"{value:{width}.{precision}}|{value:{fill}>{width}.2f}|{'ab':{fill}^{width - 4}}|{value:{'0'}{width}.1f}")
print(f"{'x':{'>' if width > 5 else '<'}{width // 2}}|{f'{value:.1f}':>8}|{f'{value}'!r}")
spec = "#06x"
print(f"{255:{spec}}", f"{255!r:>{width}}")
