from enum import Flag, auto, IntFlag, KEEP, STRICT, CONFORM
class F(Flag):
    A = auto()
    B = auto()
    AB = A | B

print(F.A | F.B, repr(F.A | F.B), F.A & F.B, repr(F(0)), ~F.A, F.A ^ F.AB, F.A in F.AB, bool(F.A & F.B),
      list(F), list(F.AB), F(3), F.AB.name)
for call in ("F.A | 1", "F.A < F.B", "F.A + F.B", "1 | F.A", "F.A in 3", "1 in F.A"):
    try:
        print(call, eval(call))
    except (ValueError, TypeError) as e:
        print(call, "->", type(e).__name__, str(e).split("\n")[0])
class G(Flag, boundary=CONFORM):
    A = 1
class H(Flag, boundary=KEEP):
    A = 1
print(repr(G(9)), repr(H(9)))
