b = b"a.b.c"
print(b.replace(b".", b"-"), b.replace(b".", b"", 1), b"ab".replace(b"", b"_"), bytearray(b).replace(b"a", b"z"))
print(b.partition(b"."), b.rpartition(b"."), b.partition(b"x"), b.rpartition(b"x"), bytearray(b"a=b").partition(b"="))
try:
    b.replace(".", "-")
except TypeError as e:
    print(e)
try:
    b.partition(b"")
except ValueError as e:
    print(e)
