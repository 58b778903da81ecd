import io, struct
def records(stream):
    while head := stream.read(3):
        if len(head) < 3:
            raise EOFError(f"truncated header of {len(head)} bytes")
        kind, size = struct.unpack("<BH", head)
        body = stream.read(size)
        if len(body) != size:
            raise EOFError(f"record {kind}: {len(body)} of {size} bytes")
        yield kind, body

b = io.BytesIO()
for kind, body in ((1, b"alpha"), (2, b""), (3, b"x" * 10)):
    b.write(struct.pack("<BH", kind, len(body)) + body)
b.seek(0)
print(list(records(b)))
for cut in (2, 6):
    try:
        print(list(records(io.BytesIO(b.getvalue()[:cut]))))
    except EOFError as e:
        print(e)
