n = 255
print("{0:d} {0:b} {0:o} {0:x} {0:X} {0:c} {0:n} {0}".format(n))
print("{0:#b} {0:#o} {0:#x} {0:#X} {0:#d} {0:#010x} {0:010b}".format(n))
print("{:x} {:#b} {:c} {:5c}|{:08.3f} {:e} {:g} {:%}".format(-255, -5, 8364, 65, 3, 1234, 10**7, 1))
for fmt, arg in (("{:d}", 1.5), ("{:d}", "1"), ("{:c}", -1), ("{:c}", 0x110000), ("{:.2d}", 5), ("{:s}", 5),
                 ("{:y}", 5),
                 ("{:x}", 1.0), ("{:+c}", 65), ("{:,c}", 65)):
    try:
        print(fmt.format(arg))
    except (ValueError, OverflowError) as e:
        print(fmt, "->", type(e).__name__, e)
