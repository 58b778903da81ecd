from enum import Enum, IntEnum, Flag
A = Enum("A", "X Y Z")
B = Enum("B", ["P", "Q"], start=10)
C = IntEnum("C", {"ONE": 1, "TWO": 2})
D = Flag("D", "M N")
E = Enum("E", [("K", "k"), ("L", "l")])
print(list(A), list(B), list(C), list(D), list(E), A.X.value, C.TWO + 1, E("l"), A.__name__,
      Enum("Z", "a,b")["b"], len(Enum("Empty", "")))
try:
    Enum("Bad", "A A")
except TypeError as e:
    print(e)
