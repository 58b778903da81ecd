import struct
for fmt, value in (("<B", 256), ("<B", -1), ("<b", 128), ("<h", 40000), ("<H", -1), ("<i", 2**31),
                   ("<I", 2**32), ("<q", 2**63), ("<Q", -1), ("<B", 1.5), ("<B", "x"), ("<c", "x"), ("<c", b"xy"),
                   ("<f", "x"), ("<s", "x"), ("<d", None)):
    try:
        print(struct.pack(fmt, value))
    except (struct.error, OverflowError) as e:
        print(fmt, value, "->", type(e).__name__, e)
