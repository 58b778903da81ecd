import struct
print(struct.pack("<bBhHiIqQ", -1, 255, -2, 65535, -3, 2**32 - 1, -4, 2**64 - 1).hex(" "))
print(struct.pack(">hIq", 1, 2, 3).hex(), struct.pack("!H", 258), struct.pack("=i", 1),
      struct.pack("<3h", 1, 2, 3), struct.pack("<0h"), struct.pack(""))
print(struct.pack("<lL", -1, 1).hex(), struct.pack("<?", True), struct.pack("<?", []),
      struct.pack("<c", b"x"), struct.pack("<xxB", 1))
