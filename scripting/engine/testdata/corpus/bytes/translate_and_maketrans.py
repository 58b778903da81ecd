table = bytes.maketrans(b"abc", b"xyz")
print(len(table), table[97:100], b"aabbcd".translate(table))
print(b"hello".translate(None, b"l"), b"hello".translate(table, b"h"), b"abc".translate(table, delete=b"b"))
print(bytearray(b"cab").translate(table))
try:
    bytes.maketrans(b"a", b"xy")
except ValueError as e:
    print(e)
try:
    b"a".translate(b"short")
except ValueError as e:
    print(e)
try:
    b"a".translate("x" * 256)
except TypeError as e:
    print(e)
