print(b"%d %s %x" % (5, b"ab", 255), b"%5d|%-4d|%04d" % (1, 2, 3), b"%c%c" % (65, b"b"), b"100%%" % ())
print(b"%a" % "é", b"%r" % "x", b"%b" % bytearray(b"q"), b"%.2f" % 1.5, b"%(k)s" % {b"k": b"v"},
      type(bytearray(b"%d") % 1))
for fmt, arg in ((b"%s", "a"), (b"%b", 5), (b"%d", b"1"), (b"%c", 256), (b"%c", b"ab"), (b"%d %d", 1), (b"%y", 1)):
    try:
        fmt % arg
    except (TypeError, ValueError, OverflowError) as e:
        print(type(e).__name__, e)
