print(hash(1) == hash(1.0) == hash(True) == hash(1 + 0j), hash(2**61 - 1), hash(-1), hash(-2), hash(2**61))
print(hash(0.5) == hash(0.5), hash(2.0**70) == hash(2**70), hash(0), hash(123456789))
print(len({1, 1.0, True}), {2**70: "x"}[2.0**70])
from fractions import Fraction
print(hash(Fraction(1, 2)) == hash(0.5), hash(-(2**61)))
