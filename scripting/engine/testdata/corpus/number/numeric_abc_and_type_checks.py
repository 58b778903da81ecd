import numbers
for x in (1, True, 1.5, 1j):
    print(x, isinstance(x, int), isinstance(x, float), [isinstance(x, c) for c in
          (numbers.Number, numbers.Complex, numbers.Real, numbers.Integral)])
print(type(1 + 1.0).__name__, type(1.0 * True).__name__, type(1 + 1j).__name__, type(2**-1).__name__)
print(int.__add__(1, 2), int.__add__(1, 2.0), float.__add__(1.0, 2), (1).__eq__("x"), (1).__lt__(2.5))
