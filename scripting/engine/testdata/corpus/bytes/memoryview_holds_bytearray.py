data = bytearray(b"abc")
with memoryview(data) as view:
    try:
        data.append(1)
    except BufferError as e:
        print(type(e).__name__, e)
    print(view.hex(), view.format, view.itemsize)
data.append(100)
print(data)
try:
    view[0]
except ValueError as e:
    print(e)
try:
    memoryview("str")
except TypeError as e:
    print(e)
try:
    view.release()
    memoryview(5)
except TypeError as e:
    print(e)
