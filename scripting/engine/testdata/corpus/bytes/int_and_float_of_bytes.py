print(int(b"42"), int(b" -7 "), int(b"ff", 16), int(bytearray(b"10"), 2), float(b"1.5"))
for bad in (b"x", b"", b"1.5"):
    try:
        int(bad)
    except ValueError as e:
        print(e)
try:
    float(b"abc")
except ValueError as e:
    print(e)
print(ord(b"z"), ord(bytearray(b"a")), chr(b"a"[0]), bytes(str(5), "ascii"))
