for n in (0, 1, -1, 255, 256, -256, 2**64, -(2**64)):
    print(n, n.bit_length(), n.bit_count())
print(True.bit_length(), (5).conjugate(), (5).numerator, (5).denominator, (5).real, (5).imag)
print((3).as_integer_ratio(), (-7).__abs__(), (5).__index__())
try:
    (1.0).bit_length()
except AttributeError as e:
    print(e)
