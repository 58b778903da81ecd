x = 10
x += 5; x -= 3; x *= 4; x //= 5; print(x)
x **= 2; x %= 50; x <<= 3; x >>= 1; x |= 1; x &= 0xFF; x ^= 2; print(x)
x /= 2
print(x)
x += 1j
print(x)
try:
    x //= 2
except TypeError as e:
    print(e)
try:
    y = 1
    y += "a"
except TypeError as e:
    print(e)
try:
    y @= 2
except TypeError as e:
    print(e)
