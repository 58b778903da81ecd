import struct
HEADER = struct.Struct("!4sBBHI")
def encode(kind, payload, flags=0):
    return HEADER.pack(b"WLSS", 1, kind, flags, len(payload)) + payload
def decode(data):
    if len(data) < HEADER.size:
        raise ValueError(f"need {HEADER.size} bytes, have {len(data)}")
    magic, version, kind, flags, size = HEADER.unpack_from(data)
    if magic != b"WLSS":
        raise ValueError(f"bad magic {magic!r}")
    return version, kind, flags, data[HEADER.size:HEADER.size + size]
packet = encode(7, b"hello", 0x0102)
print(packet, decode(packet), HEADER.size)
for bad in (b"short", b"XXXX" + packet[4:]):
    try:
        decode(bad)
    except ValueError as e:
        print(e)
