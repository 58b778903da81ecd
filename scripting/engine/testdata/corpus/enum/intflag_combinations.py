from enum import IntFlag
class Perm(IntFlag):
    R = 4
    W = 2
    X = 1
    RW = 6

rw = Perm.R | Perm.W
print(rw, repr(rw), rw == Perm.RW, rw is Perm.RW, Perm.R in rw, Perm.X in rw, rw & Perm.W, ~Perm.R,
      repr(~Perm.R), Perm(0), repr(Perm(0)), repr(Perm(7)), repr(Perm(8)), repr(Perm(12)))
print(rw.value, int(rw), rw + 1, rw | 1, repr(Perm.X | 8), repr(rw ^ Perm.R), bool(Perm(0)), list(Perm),
      list(Perm.RW), [p.name for p in Perm(5)], len(Perm.RW), (Perm.R | Perm.X).name, f"{rw}", Perm.R.name)
try:
    Perm("R")
except ValueError as e:
    print(e)
try:
    Perm["Z"]
except KeyError as e:
    print(e)
