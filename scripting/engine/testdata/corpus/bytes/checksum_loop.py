def fletcher16(data):
    a = b = 0
    for byte in data:
        a = (a + byte) % 255
        b = (b + a) % 255
    return b << 8 | a

for text in (b"abcde", b"abcdef", b"abcdefgh", b"", bytes(range(256))):
    print(hex(fletcher16(text)), len(text))
xor = 0
for byte in bytearray(b"windlass"):
    xor ^= byte
print(xor, bytes([xor]))
