x = 7
print(f"\t{x}\n\x41{x}\u00e9\N{BULLET}\\{x}".encode())
print(rf"\n{x}\d", fr"{x}\{x}", Rf"{x:\>4}")
try:
    eval(r"f'{\"a\"}'")
except SyntaxError as e:
    print(type(e).__name__)
print(f"{chr(10)!r} {'-'.join('ab')}")
