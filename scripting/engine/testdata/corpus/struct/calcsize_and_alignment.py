import struct
for fmt in ("", "B", "<BI", "@BI", "=BI", ">BIH", "BIB", "@BQ", "<10s", "3H", "@H3xI", "@BI0Q", "<bhilq", "0s", "<?"):
    print(repr(fmt), struct.calcsize(fmt))
print(struct.pack("@BH", 1, 2).hex(), struct.pack("<BH", 1, 2).hex(), struct.calcsize("P") in (4, 8),
      struct.calcsize("n") == struct.calcsize("N"))
for bad in ("k", "<P", "2", "<n"):
    try:
        struct.calcsize(bad)
    except struct.error as e:
        print(bad, "->", e)
