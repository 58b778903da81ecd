def to_base(n, base):
    digits = "0123456789abcdefghijklmnopqrstuvwxyz"
    if n < 0:
        return "-" + to_base(-n, base)
    out = ""
    while True:
        n, d = divmod(n, base)
        out = digits[d] + out
        if not n:
            return out

for n in (0, 255, -37, 10**20):
    print([to_base(n, b) for b in (2, 7, 16, 36)])
    assert all(int(to_base(n, b), b) == n for b in range(2, 37))
