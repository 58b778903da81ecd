import uuid
a = uuid.UUID(bytes=bytes(range(16)))
b = uuid.UUID(int=5)
c = uuid.UUID(fields=(1, 2, 3, 4, 5, 6))
d = uuid.UUID(bytes_le=bytes(range(16)))
print(a, b, c, d, uuid.UUID(hex="0" * 31 + "1"), uuid.UUID(int=1, version=4))
for kw in ({"bytes": b"short"}, {"int": -1}, {"int": 1 << 128}, {}, {"hex": "1", "int": 1}, {"int": 1, "version": 9}):
    try:
        uuid.UUID(**kw)
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
