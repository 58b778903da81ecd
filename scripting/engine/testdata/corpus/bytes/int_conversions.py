print(int.from_bytes(b"\x01\x00", "big"), int.from_bytes(b"\x01\x00", "little"), int.from_bytes(b"", "big"))
print(int.from_bytes(b"\xff\xfe", "big", signed=True), int.from_bytes([1, 2], "big"), (258).to_bytes(2, "big"))
print((1).to_bytes(4, "little"), (-2).to_bytes(2, "big", signed=True), (0).to_bytes(0, "big"), (5).to_bytes())
for call in (lambda: (256).to_bytes(1, "big"), lambda: (-1).to_bytes(1, "big"), lambda: (1).to_bytes(1, "middle"),
             lambda: (200).to_bytes(1, "big", signed=True), lambda: (1).to_bytes(-1, "big")):
    try:
        call()
    except (OverflowError, ValueError) as e:
        print(type(e).__name__, e)
