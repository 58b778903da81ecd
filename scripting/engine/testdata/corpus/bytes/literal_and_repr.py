print(b"abc", b"", b"\x00\xff\n\t\r\\", b"it's", b'"', b"'\"", bytes([65, 127, 128]))
print(len(b"abc"), str(b"a"), repr(b"a"), f"{b'a'}", b"a" b"b", rb"\n")
print(bytearray(b"a'b"), bytearray(), repr(bytearray(b"\x01")))
try:
    eval("b'é'")
except SyntaxError as e:
    print(type(e).__name__, e.msg)
