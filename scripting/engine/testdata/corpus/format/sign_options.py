for n in (5, -5, 0, 2.5, -2.5, -0.0):
    print("{0:+} {0:-} [{0: }]".format(n), end=" | ")
print()
print("{:+.1f} {:+d} {: d} {:+x} {:+e}".format(0.05, 7, 7, 255, 12345))
print("{:z.1f} {:.1f} {:z.0f} {:+z.1f}".format(-0.01, -0.01, -0.4, -0.01))
for fmt, arg in (("{:+}", "s"), ("{: s}", "s"), ("{:-c}", 65), ("{:zd}", 1)):
    try:
        print(fmt.format(arg))
    except ValueError as e:
        print(fmt, "->", e)
