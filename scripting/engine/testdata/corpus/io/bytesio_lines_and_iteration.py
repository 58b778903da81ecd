import io
b = io.BytesIO(b"one\ntwo\r\nthree")
print(b.readline(), b.readlines(), b.readline())
b.seek(0)
print([l for l in b], list(iter(lambda: b.read(1), b"")))
b.seek(0)
print(list(iter(lambda: b.read(5), b"")), b.readline(3))
b = io.BytesIO()
b.writelines([b"a", bytearray(b"b"), memoryview(b"c")])
print(b.getvalue(), bytes(b.getbuffer()), io.BytesIO(bytearray(b"q")).read(), io.BytesIO().read())
try:
    io.BytesIO("text")
except TypeError as e:
    print(e)
