for seq in ("abc", [1], (1,), b"a", bytearray(b"a"), range(3)):
    try:
        seq[::0]
    except ValueError as e:
        print(type(seq).__name__, type(e).__name__, e)
