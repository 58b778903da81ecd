for n in (0, 7, -7, 255, 2**70):
    print("%d|%+d|% d|%06d|%-6d|%x|%#x|%o|%#o|%.4d|%+.4x" % ((n,) * 11))
print("%#010x|%-#8x|%+05d|%- 5d|%+ d" % (255, 255, 3, 3, 3), "%08.3d" % 5, "%-05d|" % 5)
try:
    "%#s|%+s|%05s" % (1, 2)
except TypeError as e:
    print(e)
print("%#s|%+s|%05s" % (1, 2, "x"))
