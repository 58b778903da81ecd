print(bin(0), bin(5), bin(-5), hex(255), hex(-1), oct(8), oct(-9), hex(True), bin(2**65), hex(10**20))
for call in ("bin(1.5)", "hex('a')", "oct(None)", "bin()", "hex([])", "bin(1, 2)"):
    try:
        eval(call)
    except TypeError as e:
        print(call, "->", e)
print(int(bin(37), 2), int(hex(37), 16), int(oct(37), 8), int(hex(-37), 0), bin(10)[2:].zfill(8),
      hex(10)[2:].upper(), format(10, "#010b"))
