flags = 0
for bit in (0, 5, 63, 64, 100):
    flags |= 1 << bit
print(hex(flags), flags.bit_count(), [b for b in range(128) if flags >> b & 1])
flags &= ~(1 << 63)
print(hex(flags), flags & 0xFFFFFFFF, -flags & 0xFF, flags ^ flags)
def rotl32(x, n):
    return (x << n | x >> (32 - n)) & 0xFFFFFFFF
print(hex(rotl32(0x80000001, 4)), hex(~0 & 0xFFFF), (-1) & (2**64 - 1))
