data = bytearray(b"abcdef")
view = memoryview(data)
print(len(view), view[0], view[-1], bytes(view[1:3]), view.tobytes(), view.nbytes, view.readonly)
view[0] = 90
view[1:3] = b"__"
print(data, view == b"Z__def", list(view[:2]), view.tolist()[-1])
part = view[2:]
part[0] = 33
print(data, memoryview(b"x").readonly)
try:
    memoryview(b"x")[0] = 1
except TypeError as e:
    print(e)
try:
    view[0] = 256
except ValueError as e:
    print(e)
