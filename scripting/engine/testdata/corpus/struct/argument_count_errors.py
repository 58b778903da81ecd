import struct
for args in (("<BB", 1), ("<B",), ("<B", 1, 2), ("<3s",), ("<z", 1), ("5", 1), ("<B<B", 1, 1), ("<-1B",),
             (5, 1), ("< B", 1)):
    try:
        print(args, struct.pack(*args))
    except (struct.error, TypeError) as e:
        print(args, "->", type(e).__name__, e)
