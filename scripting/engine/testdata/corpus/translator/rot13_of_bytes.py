UPPER, LOWER = range(65, 91), range(97, 123)
def rot13(data):
    out = bytearray(data)
    for i, c in enumerate(out):
        for span in (UPPER, LOWER):
            if c in span:
                out[i] = span[0] + (c - span[0] + 13) % 26
    return bytes(out)

TABLE = bytes.maketrans(bytes([*UPPER, *LOWER]), rot13(bytes([*UPPER, *LOWER])))
for text in (b"Hello, World!", b"", "caf\u00e9".encode(), bytes(range(60, 70))):
    a, b = rot13(text), text.translate(TABLE)
    print(a, a == b, rot13(a) == text)
try:
    rot13("text")
except TypeError as e:
    print(e)
def chunked(data, n):
    return b"".join(rot13(data[i:i + n]) for i in range(0, len(data), n))
print(chunked(b"split anywhere", 3) == rot13(b"split anywhere"), chunked(memoryview(b"view"), 2))
